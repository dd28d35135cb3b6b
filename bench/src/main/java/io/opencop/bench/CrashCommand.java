package io.opencop.bench;

import io.opencop.bench.crash.Crashes;
import io.opencop.bench.crash.Outcome;
import io.opencop.bench.report.Figure;
import io.opencop.bench.report.Say;
import io.opencop.bench.target.Folders;
import java.nio.file.Path;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/**
 * {@code cop bench crash}: kill -9 under load, again and again, and every item counted after it.
 */
@Command(name = "crash")
final class CrashCommand extends BenchCommand {
  @Mixin BenchOptions options;

  @Option(names = "--rounds", paramLabel = "N", defaultValue = "50")
  int rounds;

  @Option(names = "--seed", paramLabel = "N", defaultValue = "0")
  long seed;

  @Option(names = "--most-ms", paramLabel = "MS", defaultValue = "1500")
  int mostMillis;

  CrashCommand(Say say) {
    super(say);
  }

  @Override
  boolean run() throws InterruptedException {
    Path folder = Folders.temporary();
    long chosen = seed == 0 ? System.nanoTime() : seed;
    say.step("seed %d", "시드 %d", chosen);
    try {
      Outcome outcome = new Crashes(say, folder, options, chosen, mostMillis).run(rounds);
      options.show(
          say,
          List.of(
              Figure.count("rounds", outcome.rounds(), "rounds of kill -9", "kill -9 횟수"),
              Figure.count("acknowledged", outcome.acknowledged(), "items acknowledged", "승인된 항목"),
              Figure.atMost("lost", (double) outcome.lost(), 0, "lost", "유실"),
              Figure.atMost("duplicated", (double) outcome.duplicated(), 0, "duplicated", "중복"),
              Figure.atMost(
                  "rollup_mismatches",
                  (double) outcome.mismatches(),
                  0,
                  "roll-up mismatches",
                  "롤업 불일치"),
              Figure.beside(
                  "requests sent again after a lost answer",
                  "응답을 잃어 다시 보낸 요청",
                  (double) outcome.resent()),
              Figure.beside("seconds in all", "전체 초", outcome.seconds())));
      return outcome.isRight();
    } finally {
      Folders.remove(folder);
    }
  }
}
