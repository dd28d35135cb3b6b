package io.opencop.bench;

import io.opencop.bench.failover.Event;
import io.opencop.bench.failover.Failover;
import io.opencop.bench.failover.Outcome;
import io.opencop.bench.report.Report;
import io.opencop.bench.report.Say;
import io.opencop.bench.target.Folders;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/**
 * {@code cop bench failover}: users under load while everything dies in turn, and what each of them
 * had before and has after.
 */
@Command(name = "failover")
final class FailoverCommand extends BenchCommand {
  /** What {@code --only} may name: events, and what is measured without load. */
  enum Part {
    INSTANCE,
    MEMBER,
    PLATFORM,
    RELEASE,
    SCALE,
    START,
    HANG
  }

  @Option(
      names = {"-o", "--output"},
      paramLabel = "table|json",
      defaultValue = "table")
  BenchOptions.Output output;

  @Option(names = "--rounds", paramLabel = "N", defaultValue = "100")
  int rounds;

  @Option(names = "--users", paramLabel = "N", defaultValue = "10000")
  int users;

  @Option(names = "--only", paramLabel = "PART", split = ",")
  List<Part> only = new ArrayList<>();

  @Option(names = "--rate", paramLabel = "N", defaultValue = "0")
  double perSecond;

  @Option(names = "--seed", paramLabel = "N", defaultValue = "0")
  long seed;

  @Option(names = "--set", paramLabel = "KEY=VALUE")
  List<String> settings = new ArrayList<>();

  @Option(names = "--keep")
  boolean keep;

  FailoverCommand(Say say) {
    super(say);
  }

  @Override
  boolean run() throws InterruptedException {
    Path folder = Folders.temporary();
    long chosen = seed == 0 ? System.nanoTime() : seed;
    say.step("seed %d, folder %s", "시드 %d, 폴더 %s", chosen, folder);
    Set<Part> parts = EnumSet.allOf(Part.class);
    if (!only.isEmpty()) {
      parts.retainAll(only);
    }
    Set<Event> events = EnumSet.noneOf(Event.class);
    for (Event event : Event.values()) {
      if (parts.contains(Part.valueOf(event.name()))) {
        events.add(event);
      }
    }
    try {
      Outcome outcome =
          new Failover(
                  say,
                  folder,
                  new Failover.Plan(
                      rounds,
                      users,
                      events,
                      parts.contains(Part.START),
                      parts.contains(Part.HANG),
                      perSecond,
                      chosen,
                      settings))
              .run();
      outcome.told().forEach(say.err()::println);
      if (output == BenchOptions.Output.JSON) {
        Report.json(say, outcome.figures());
      } else {
        Report.table(say, outcome.figures());
      }
      say.out().flush();
      return outcome.isRight();
    } finally {
      if (!keep) {
        Folders.remove(folder);
      }
    }
  }
}
