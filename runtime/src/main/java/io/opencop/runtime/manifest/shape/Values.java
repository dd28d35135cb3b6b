package io.opencop.runtime.manifest.shape;

import io.opencop.model.app.Rollout;
import io.opencop.model.message.Message.Text;
import java.math.BigInteger;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Single values, as people write them in Kubernetes manifests. */
final class Values {
  private static final Pattern BYTES = Pattern.compile("([0-9]{1,15})(Ki|Mi|Gi|Ti|k|M|G|T)?");
  private static final Pattern DURATION = Pattern.compile("([0-9]{1,9})(ms|s|m|h|d)");
  private static final Pattern AMOUNT = Pattern.compile("([0-9]{1,6})(%)?");
  private static final Pattern CORES =
      Pattern.compile("([0-9]{1,6})m|([0-9]{1,4}(\\.[0-9]{1,3})?)");
  private static final Map<String, Long> UNITS =
      Map.of(
          "Ki",
          1L << 10,
          "Mi",
          1L << 20,
          "Gi",
          1L << 30,
          "Ti",
          1L << 40,
          "k",
          1_000L,
          "M",
          1_000_000L,
          "G",
          1_000_000_000L,
          "T",
          1_000_000_000_000L);

  private Values() {}

  /** The value the text stands for; empty where it is not of this shape. */
  static Optional<Object> read(Shape.Scalar shape, String text) {
    return Optional.ofNullable(
        switch (shape.kind()) {
          case TEXT -> text(shape, text);
          case WHOLE -> whole(shape, text);
          case NUMBER -> text.matches("[0-9]{1,12}(\\.[0-9]{1,6})?") ? Double.valueOf(text) : null;
          case YES_NO -> text.matches("true|false") ? Boolean.valueOf(text) : null;
          case BYTES -> bytes(text);
          case CORES -> cores(text);
          case DURATION -> duration(text);
          case AMOUNT -> amount(text);
        });
  }

  private static Object text(Shape.Scalar shape, String text) {
    boolean right =
        shape.choices().isEmpty()
            ? shape.pattern().isEmpty() || text.matches(shape.pattern())
            : shape.choices().contains(text);
    return right ? text : null;
  }

  private static Object whole(Shape.Scalar shape, String text) {
    if (!text.matches("-?[0-9]{1,18}")) {
      return null;
    }
    long number = Long.parseLong(text);
    return number < shape.least() || number > shape.most() ? null : (Object) number;
  }

  private static Object bytes(String text) {
    Matcher m = BYTES.matcher(text);
    if (!m.matches()) {
      return null;
    }
    BigInteger exact =
        new BigInteger(m.group(1))
            .multiply(BigInteger.valueOf(m.group(2) == null ? 1 : UNITS.get(m.group(2))));
    return exact.bitLength() > 62 ? null : (Object) exact.longValueExact();
  }

  private static Object cores(String text) {
    Matcher m = CORES.matcher(text);
    if (!m.matches()) {
      return null;
    }
    return m.group(1) != null ? Double.parseDouble(m.group(1)) / 1000 : Double.valueOf(text);
  }

  private static Object duration(String text) {
    Matcher m = DURATION.matcher(text);
    if (!m.matches()) {
      return null;
    }
    long n = Long.parseLong(m.group(1));
    return switch (m.group(2)) {
      case "ms" -> Duration.ofMillis(n);
      case "s" -> Duration.ofSeconds(n);
      case "m" -> Duration.ofMinutes(n);
      case "h" -> Duration.ofHours(n);
      default -> Duration.ofDays(n);
    };
  }

  private static Object amount(String text) {
    Matcher m = AMOUNT.matcher(text);
    return m.matches()
        ? new Rollout.Amount(Integer.parseInt(m.group(1)), m.group(2) != null)
        : null;
  }

  /** What a value of this kind looks like. */
  static String pattern(Shape.Kind kind) {
    return switch (kind) {
      case BYTES -> BYTES.pattern();
      case CORES -> CORES.pattern();
      case DURATION -> DURATION.pattern();
      case AMOUNT -> AMOUNT.pattern();
      default -> throw new IllegalArgumentException("no pattern for " + kind);
    };
  }

  /** What would have been right. */
  static Text expected(Shape.Scalar shape) {
    return switch (shape.kind()) {
      case TEXT -> {
        if (!shape.choices().isEmpty()) {
          String all = String.join(", ", shape.choices());
          yield new Text("one of " + all, all + " 중 하나");
        }
        yield shape.pattern().isEmpty()
            ? new Text("text", "글자")
            : new Text("text that matches " + shape.pattern(), shape.pattern() + " 에 맞는 글자");
      }
      case WHOLE ->
          new Text(
              "a whole number from " + shape.least() + " to " + shape.most(),
              shape.least() + "부터 " + shape.most() + "까지의 정수");
      case NUMBER -> new Text("a number such as 10 or 0.5", "10이나 0.5 같은 수");
      case YES_NO -> new Text("true or false", "true 또는 false");
      case BYTES -> new Text("a size such as 512Mi or 2Gi", "512Mi나 2Gi 같은 크기");
      case CORES -> new Text("cores such as 2, 0.5 or 500m", "2, 0.5, 500m 같은 코어 수");
      case DURATION -> new Text("a duration such as 500ms, 30s or 5m", "500ms, 30s, 5m 같은 시간");
      case AMOUNT -> new Text("a number such as 1, or a share such as 25%", "1 같은 수나 25% 같은 비율");
    };
  }
}
