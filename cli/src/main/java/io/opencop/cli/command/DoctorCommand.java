package io.opencop.cli.command;

import io.opencop.cli.Terminal;
import io.opencop.cli.machine.Doctor;
import io.opencop.cli.machine.Finding;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code cop doctor}: checks the machine; fails where the platform could not start. */
@Command(name = "doctor")
final class DoctorCommand extends CopCommand {
  @Mixin PlatformOptions platform;

  DoctorCommand(Terminal terminal) {
    super(terminal);
  }

  @Override
  public Integer call() {
    List<Finding> findings = Doctor.examine(platform.load(terminal, List.of()).config(), terminal);
    for (Finding f : findings) {
      String mark =
          switch (f.level()) {
            case OK -> say("ok  ", "정상");
            case WARN -> say("warn", "주의");
            case FAIL -> say("FAIL", "실패");
          };
      terminal.out().println(mark + "  " + say(f.what().en(), f.what().ko()));
      if (f.level() != Finding.Level.OK) {
        terminal.out().println("      → " + say(f.next().en(), f.next().ko()));
      }
    }
    boolean fails = findings.stream().anyMatch(f -> f.level() == Finding.Level.FAIL);
    terminal
        .err()
        .println(
            fails
                ? say(
                    "The platform would not start here. Mend what says FAIL, then: cop doctor",
                    "여기서는 플랫폼이 시작되지 않습니다. 실패라고 적힌 것을 고친 뒤 다시: cop doctor")
                : say(
                    "The platform can run here: cop demo, or cop up for your own apps",
                    "플랫폼을 실행할 수 있습니다: cop demo, 내 앱을 보려면 cop up"));
    return fails ? FAILED : OK;
  }
}
