package io.opencop.bench.ingest;

/**
 * One kind of items, sent and sealed.
 *
 * @param items acknowledged, and found in the store
 * @param wireBytes sent, before compression
 * @param bodyBytes log bodies in them
 * @param cpuSeconds of the server, from the first byte until all was sealed
 * @param wallSeconds the same by the clock
 * @param storedBytes more in the store than before
 * @param cold items per CPU-second of the warm-up before it
 */
public record Phase(
    long items,
    long wireBytes,
    long bodyBytes,
    double cpuSeconds,
    double wallSeconds,
    long storedBytes,
    double cold) {

  public double perCpuSecond() {
    return items / cpuSeconds;
  }

  public double perWallSecond() {
    return items / wallSeconds;
  }

  public double wireBytesPerItem() {
    return (double) wireBytes / items;
  }

  public double storedBytesPerItem() {
    return (double) storedBytes / items;
  }

  public double bodyBytesPerItem() {
    return (double) bodyBytes / items;
  }

  /** How many times smaller the stored bytes are than the bodies alone. */
  public double bodyRatio() {
    return (double) bodyBytes / storedBytes;
  }
}
