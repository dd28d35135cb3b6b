package io.opencop.cli.command;

import com.fasterxml.jackson.databind.JsonNode;
import io.opencop.cli.Terminal;
import io.opencop.cli.output.Figures;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code cop seal}: seals the hot slice now. */
@Command(name = "seal")
final class SealCommand extends CopCommand {
  @Mixin ClientOptions client;

  SealCommand(Terminal terminal) {
    super(terminal);
  }

  @Override
  public Integer call() {
    JsonNode report = client.namedApi(terminal).post("/api/v1/seal", null);
    if (!client.printer(terminal).raw(report)) {
      String rows = Figures.count(report.path("rows"));
      String segments = Figures.count(report.path("segments"));
      String took = Figures.millis(report.path("elapsed_ms"));
      terminal
          .out()
          .println(
              say(
                  "Sealed "
                      + Figures.count(report.path("rows"), "row", "rows")
                      + " into "
                      + Figures.count(report.path("segments"), "segment", "segments")
                      + " in "
                      + took
                      + ".",
                  rows + "행을 세그먼트 " + segments + "개로 " + took + "에 봉인했습니다."));
    }
    return OK;
  }
}
