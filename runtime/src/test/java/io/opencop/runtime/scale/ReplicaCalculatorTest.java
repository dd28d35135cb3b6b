package io.opencop.runtime.scale;

import static org.assertj.core.api.Assertions.assertThat;

import io.opencop.model.app.Scale;
import io.opencop.model.app.Scale.Measure;
import java.util.Arrays;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** One reading to one number, worked out by hand from the rules Kubernetes documents. */
class ReplicaCalculatorTest {
  /** Values in percent of the CPU asked for, separated by spaces. */
  @ParameterizedTest(name = "{0}")
  @CsvSource({
    "mean 50 of 30,                          3, 30, 30 50 70,           0, 0, 5",
    "mean 28 of 50,                          5, 50, 10 30 50 25 25,     0, 0, 3",
    "within a tenth above,                   4, 50, 55 55 55 55,        0, 0, 4",
    "within a tenth below,                   4, 50, 45 45 45 45,        0, 0, 4",
    "just beyond the tenth,                  4, 50, 56 56 56 56,        0, 0, 5",
    "the mean is cut to whole percent,       3, 30, 33 33 35,           0, 0, 3",
    "a young one counts as idle upwards,     3, 30, 50 70,              1, 0, 4",
    "young ones turn it round: nothing,      3, 30, 40,                 2, 0, 3",
    "young ones do not count downwards,      3, 50, 10 10,              1, 0, 1",
    "missing ones are idle upwards,          2, 100, 190,               0, 1, 2",
    "missing ones are busy downwards,        2, 100, 60,                0, 1, 2",
    "busy is all of it and not the target,   4, 50, 10 10 10,           0, 1, 3",
    "nothing measured,                       4, 50, '',                 2, 2, -1"
  })
  void utilisation(
      String name, int current, double target, String values, int unready, int missing, int to) {
    assertThat(propose(Measure.CPU, current, target, values, unready, missing)).isEqualTo(to);
  }

  /** Values in requests per second. */
  @ParameterizedTest(name = "{0}")
  @CsvSource({
    "mean 20 of 10,                          3, 10, 20 10 30,           0, 0, 6",
    "thousandths count,                      2, 10, 11.001 11.001,      0, 0, 3",
    "missing ones are on target downwards,   3, 10, 2 2,                0, 1, 2",
    "on target and missing: nothing,         3, 10, 10 10,              0, 1, 3"
  })
  void averages(
      String name, int current, double target, String values, int unready, int missing, int to) {
    assertThat(propose(Measure.REQUESTS, current, target, values, unready, missing)).isEqualTo(to);
  }

  private static int propose(
      Measure measure, int current, double target, String values, int unready, int missing) {
    var each =
        Arrays.stream(values.split(" ", -1))
            .filter(v -> !v.isBlank())
            .map(v -> Math.round(Double.parseDouble(v) * 1000))
            .toList();
    Reading reading = new Reading(new Scale.Target(measure, null, target), each, unready, missing);
    return ReplicaCalculator.propose(current, reading).replicas();
  }
}
