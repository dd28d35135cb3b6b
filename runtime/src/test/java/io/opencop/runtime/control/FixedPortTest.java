package io.opencop.runtime.control;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.opencop.model.app.App;
import io.opencop.model.app.Instance;
import io.opencop.runtime.rollout.ReleaseFigures;
import io.opencop.runtime.scale.StoredMetrics;
import io.opencop.runtime.support.Tiny;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An app whose program listens where it likes. */
class FixedPortTest {
  @TempDir Path folder;
  private AppsBed bed;
  private int port;

  @BeforeEach
  void open() throws IOException {
    bed = new AppsBed(folder, StoredMetrics.NONE, ReleaseFigures.NONE);
    try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      port = free.getLocalPort();
    }
  }

  @AfterEach
  void close() {
    bed.close();
  }

  @Test
  void itListensThereAndItsReleasesFollowEachOther() throws Exception {
    bed.apps.apply(app(1, "one"), "kim");
    bed.awaitReady(1);
    Instance first = bed.ready().getFirst();
    assertThat(first.endpoint().port()).isEqualTo(port);

    bed.apps.apply(app(1, "two"), "kim");
    bed.awaitReady(1);
    Instance second = bed.ready().getFirst();
    assertThat(second.name()).isNotEqualTo(first.name());
    assertThat(second.endpoint().port()).isEqualTo(port);
    assertThat(bed.get("/").body()).contains("two");
  }

  @Test
  void moreThanOneInstanceIsRefused() {
    assertThatThrownBy(() -> bed.apps.apply(app(2, "two"), "kim")).hasMessageContaining("COP-3241");
    assertThatThrownBy(
            () -> bed.apps.apply(Tiny.blueGreen(app(1, "x"), Duration.ofSeconds(1)), "kim"))
        .hasMessageContaining("COP-3241");
    bed.apps.apply(app(1, "one"), "kim");
    bed.awaitReady(1);
    assertThatThrownBy(() -> bed.apps.scale("tiny", 2, "kim")).hasMessageContaining("COP-3241");
  }

  private App app(int replicas, String greeting) {
    return Tiny.at(Tiny.app(replicas, Duration.ofMinutes(1), List.of(), greeting), port);
  }
}
