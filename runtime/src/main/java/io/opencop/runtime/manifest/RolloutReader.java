package io.opencop.runtime.manifest;

import io.opencop.model.app.Rollout;
import io.opencop.model.app.Rollout.Amount;
import io.opencop.model.app.Rollout.Step;
import io.opencop.model.message.Message.Text;
import io.opencop.model.message.Notice;
import io.opencop.runtime.manifest.shape.ManifestMessage;
import java.time.Duration;
import java.util.List;

/** How a new release takes over. */
final class RolloutReader {
  private static final List<Step> STEPS =
      List.of(
          new Step(10, Duration.ofMinutes(1)),
          new Step(50, Duration.ofMinutes(1)),
          new Step(100, Duration.ZERO));

  private final List<Notice> problems;

  RolloutReader(List<Notice> problems) {
    this.problems = problems;
  }

  Rollout read(Part rollout) {
    return switch (rollout.text("strategy", "rolling")) {
      case "blueGreen" ->
          new Rollout.BlueGreen(
              rollout.value("keepOld", Duration.class).orElse(Duration.ofMinutes(5)));
      case "canary" -> new Rollout.Canary(rollout.has("steps") ? steps(rollout) : STEPS);
      default -> rolling(rollout);
    };
  }

  private Rollout rolling(Part rollout) {
    Amount surge = rollout.value("surge", Amount.class).orElse(new Amount(25, true));
    Amount unavailable = rollout.value("unavailable", Amount.class).orElse(new Amount(0, false));
    if (surge.value() == 0 && unavailable.value() == 0) {
      problems.add(
          ManifestMessage.BAD_VALUE.with(
              "place",
              rollout.place("surge"),
              "field",
              "spec.rollout.surge",
              "value",
              "0",
              "expected",
              new Text(
                  "more than 0 where unavailable is 0, or nothing could ever be replaced",
                  "unavailable이 0이면 0보다 큰 값. 그러지 않으면 아무것도 바꿀 수 없습니다")));
    }
    return new Rollout.Rolling(surge, unavailable);
  }

  private static List<Step> steps(Part rollout) {
    return rollout.parts("steps").stream()
        .map(s ->
            new Step(
                s.whole("weight", 100),
                s.value("hold", Duration.class).orElse(Duration.ofMinutes(1))))
        .toList();
  }
}
