package io.opencop.telemetry.otlp;

/**
 * One data point of any kind of metric. Which fields mean something follows from {@link
 * MetricView#kind}; the others are zero or empty. Counts are unsigned 64-bit. Filled by {@link
 * MetricReader}.
 */
public final class PointView extends ItemView {
  /** DataPointFlags: the series has ended or was not measured; there is no value. */
  private static final int NO_RECORDED_VALUE = 1;

  private static final int HAS_SUM = 1;
  private static final int HAS_MIN = 2;
  private static final int HAS_MAX = 4;

  private final MetricView metric;
  private final Ranges exemplars = new Ranges(source());
  private final Numbers bucketCounts;
  private final Numbers bounds;
  private final Buckets positive;
  private final Buckets negative;
  private final Numbers quantiles;
  private final Numbers quantileValues;
  private int present;
  private double sum;
  private double min;
  private double max;

  // Set by PointFields.
  long startNanos;
  long timeNanos;
  int flags;
  byte numberKind;
  long number;
  long count;
  int scale;
  long zeroCount;
  double zeroThreshold;

  PointView(MetricView metric, OtlpLimits limits, ReadCounters counters) {
    super(limits, counters);
    this.metric = metric;
    bucketCounts = new Numbers(limits.buckets());
    bounds = new Numbers(limits.buckets());
    positive = new Buckets(limits.buckets());
    negative = new Buckets(limits.buckets());
    quantiles = new Numbers(limits.buckets());
    quantileValues = new Numbers(limits.buckets());
  }

  /** The metric this point belongs to. */
  public MetricView metric() {
    return metric;
  }

  /** 0 where not given. */
  public long startNanos() {
    return startNanos;
  }

  public long timeNanos() {
    return timeNanos;
  }

  public int flags() {
    return flags;
  }

  /** True where the sender says that there is no value at this time (staleness marker). */
  public boolean noRecordedValue() {
    return (flags & NO_RECORDED_VALUE) != 0;
  }

  /** Of gauge and sum: INT, DOUBLE, or EMPTY with {@link #noRecordedValue}. */
  public byte numberKind() {
    return numberKind;
  }

  /** Of an INT point. */
  public long number() {
    return number;
  }

  /** Of a gauge or sum as a double, whichever way it was sent. */
  public double real() {
    return numberKind == ValueKind.DOUBLE ? Double.longBitsToDouble(number) : number;
  }

  /** Of histogram, exponential histogram and summary. */
  public long count() {
    return count;
  }

  /** Of histogram and exponential histogram; a summary always has a sum. */
  public boolean hasSum() {
    return (present & HAS_SUM) != 0 || metric.kind() == MetricKind.SUMMARY;
  }

  /** Of histogram, exponential histogram and summary. */
  public double sum() {
    return sum;
  }

  public boolean hasMin() {
    return (present & HAS_MIN) != 0;
  }

  public double min() {
    return min;
  }

  public boolean hasMax() {
    return (present & HAS_MAX) != 0;
  }

  public double max() {
    return max;
  }

  /** Of a histogram: empty, or one more than {@link #bounds}. */
  public Numbers bucketCounts() {
    return bucketCounts;
  }

  /** Of a histogram: upper inclusive bounds, as doubles, strictly increasing. */
  public Numbers bounds() {
    return bounds;
  }

  /** Of an exponential histogram: the base is 2^(2^-scale). */
  public int scale() {
    return scale;
  }

  public long zeroCount() {
    return zeroCount;
  }

  public double zeroThreshold() {
    return zeroThreshold;
  }

  public Buckets positive() {
    return positive;
  }

  public Buckets negative() {
    return negative;
  }

  /** Of a summary: doubles in [0, 1], beside {@link #quantileValues}. */
  public Numbers quantiles() {
    return quantiles;
  }

  public Numbers quantileValues() {
    return quantileValues;
  }

  public int exemplars() {
    return exemplars.size();
  }

  /** Of exemplar i; give it to {@link ExemplarView#read}. */
  public int exemplarOff(int i) {
    return exemplars.off(i);
  }

  public int exemplarLen(int i) {
    return exemplars.len(i);
  }

  /** Reads the data point message at [p, end) as the metric's kind; null where it is kept. */
  RejectReason read(byte[] b, int p, int end) {
    reset(b, p, end);
    clear();
    PointFields.read(this, metric.kind(), b, p, end);
    return RejectReason.ofPoint(this);
  }

  void addExemplar(int relative, int len) {
    if (exemplars.size() < source().limits().exemplars()) {
      exemplars.add(relative, len);
    } else {
      source().counters().exemplarDropped();
    }
  }

  void sum(long bits) {
    sum = Double.longBitsToDouble(bits);
    present |= HAS_SUM;
  }

  void min(long bits) {
    min = Double.longBitsToDouble(bits);
    present |= HAS_MIN;
  }

  void max(long bits) {
    max = Double.longBitsToDouble(bits);
    present |= HAS_MAX;
  }

  private void clear() {
    exemplars.clear();
    bucketCounts.clear();
    bounds.clear();
    positive.clear();
    negative.clear();
    quantiles.clear();
    quantileValues.clear();
    present = 0;
    sum = 0;
    min = 0;
    max = 0;
    startNanos = 0;
    timeNanos = 0;
    flags = 0;
    numberKind = ValueKind.EMPTY;
    number = 0;
    count = 0;
    scale = 0;
    zeroCount = 0;
    zeroThreshold = 0;
  }
}
