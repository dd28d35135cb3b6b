package io.opencop.telemetry.contract;

import org.junit.jupiter.api.Nested;

/**
 * What every telemetry store promises. An implementation's test extends this and says how to open
 * it; a second one with a {@link StoreUnderTest.Disturbance} runs the same with sealing or
 * restarting between any two steps.
 */
public abstract class TelemetryStoreContract implements StoreUnderTest {
  @Nested
  class Receiving extends ReceivingContract {
    @Override
    StoreUnderTest under() {
      return TelemetryStoreContract.this;
    }
  }

  @Nested
  class Services extends ServicesContract {
    @Override
    StoreUnderTest under() {
      return TelemetryStoreContract.this;
    }
  }

  @Nested
  class Graph extends GraphContract {
    @Override
    StoreUnderTest under() {
      return TelemetryStoreContract.this;
    }
  }

  @Nested
  class TraceSearch extends TraceSearchContract {
    @Override
    StoreUnderTest under() {
      return TelemetryStoreContract.this;
    }
  }

  @Nested
  class WholeTrace extends WholeTraceContract {
    @Override
    StoreUnderTest under() {
      return TelemetryStoreContract.this;
    }
  }

  @Nested
  class Logs extends LogsContract {
    @Override
    StoreUnderTest under() {
      return TelemetryStoreContract.this;
    }
  }

  @Nested
  class Tail extends TailContract {
    @Override
    StoreUnderTest under() {
      return TelemetryStoreContract.this;
    }
  }

  @Nested
  class Patterns extends PatternsContract {
    @Override
    StoreUnderTest under() {
      return TelemetryStoreContract.this;
    }
  }

  @Nested
  class Metrics extends MetricsContract {
    @Override
    StoreUnderTest under() {
      return TelemetryStoreContract.this;
    }
  }

  @Nested
  class Attributes extends AttributesContract {
    @Override
    StoreUnderTest under() {
      return TelemetryStoreContract.this;
    }
  }

  @Nested
  class Changes extends ChangesContract {
    @Override
    StoreUnderTest under() {
      return TelemetryStoreContract.this;
    }
  }

  @Nested
  class Heatmap extends HeatmapContract {
    @Override
    StoreUnderTest under() {
      return TelemetryStoreContract.this;
    }
  }

  @Nested
  class OddTimes extends OddTimesContract {
    @Override
    StoreUnderTest under() {
      return TelemetryStoreContract.this;
    }
  }

  @Nested
  class Bounds extends BoundsContract {
    @Override
    StoreUnderTest under() {
      return TelemetryStoreContract.this;
    }
  }

  @Nested
  class Durability extends DurabilityContract {
    @Override
    StoreUnderTest under() {
      return TelemetryStoreContract.this;
    }
  }

  @Nested
  class Concurrency extends ConcurrencyContract {
    @Override
    StoreUnderTest under() {
      return TelemetryStoreContract.this;
    }
  }
}
