package io.opencop.model.message;

import java.util.List;
import java.util.stream.Collectors;

/** Something a person has to know and can act on. Carries every notice, not only the first. */
public final class CopException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final transient List<Notice> notices;

  public CopException(List<Notice> notices) {
    super(notices.stream().map(n -> n.lines(Lang.EN)).collect(Collectors.joining("\n")));
    this.notices = List.copyOf(notices);
  }

  public CopException(Notice notice) {
    this(List.of(notice));
  }

  public CopException(Notice notice, Throwable cause) {
    this(List.of(notice));
    initCause(cause);
  }

  public List<Notice> notices() {
    return notices;
  }
}
