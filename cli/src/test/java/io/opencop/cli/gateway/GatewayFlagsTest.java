package io.opencop.cli.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import io.opencop.runtime.gateway.GatewayJvm;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** A gateway is the same whether a person starts it or the platform does. */
class GatewayFlagsTest {
  @Test
  void theScriptSaysTheSame() throws IOException {
    assertThat(Files.readString(Path.of("..", "cop")))
        .contains("\nGATEWAY_FLAGS=\"" + String.join(" ", GatewayJvm.flags()) + "\"\n");
  }
}
