package io.opencop.sessions.tomcat;

import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.Serializable;
import java.nio.file.Files;
import java.nio.file.Path;

/** Leaves a mark when it is read back, as an attacker's object would do worse. */
final class Hostile implements Serializable {
  private static final long serialVersionUID = 1L;

  private final String mark;

  Hostile(Path mark) {
    this.mark = mark.toString();
  }

  private void readObject(ObjectInputStream in) throws IOException, ClassNotFoundException {
    in.defaultReadObject();
    Files.writeString(Path.of(mark), "read");
  }
}
