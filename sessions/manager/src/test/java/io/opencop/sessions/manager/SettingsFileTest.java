package io.opencop.sessions.manager;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SettingsFileTest {
  @TempDir Path folder;

  private Path file(String text) throws IOException {
    return Files.writeString(folder.resolve("sessions.properties"), text);
  }

  @Test
  void everyKeyIsRead() throws IOException {
    SessionSettings settings =
        SettingsFile.read(
            file(
                """
                servers = 127.0.0.1:11222;127.0.0.1:11223
                user = opencop
                password = 비밀=1
                cache = other
                app = shop
                unreachable = wait
                wait-ms = 2500
                max-attribute-bytes = 1000
                allow = com.acme.Cart, com.acme.model.**
                tomorrow = yes
                """));
    assertThat(settings)
        .isEqualTo(
            SessionSettings.of("127.0.0.1:11222;127.0.0.1:11223", "opencop", "비밀=1", "shop")
                .cache("other")
                .unreachable(Unreachable.WAIT, Duration.ofMillis(2500))
                .maxAttributeBytes(1000)
                .allow(java.util.List.of("com.acme.Cart", "com.acme.model.**")));
  }

  @Test
  void whatIsNotSaidIsAsWithoutAFile() throws IOException {
    SessionSettings settings =
        SettingsFile.read(file("servers=a:1\nuser=u\npassword=p\napp=shop\n"));
    assertThat(settings).isEqualTo(SessionSettings.of("a:1", "u", "p", "shop"));
  }

  @Test
  void everythingWrongIsNamedAtOnceAndNoSecretWithIt() throws IOException {
    Path file = file("user=u\npassword=hush\nunreachable=maybe\nwait-ms=-1\n");
    assertThatThrownBy(() -> SettingsFile.read(file))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("COP-3421")
        .hasMessageContaining(file.toString())
        .hasMessageContaining("servers = ?")
        .hasMessageContaining("app = ?")
        .hasMessageContaining("unreachable = maybe (wait|local|refuse)")
        .hasMessageContaining("wait-ms = -1")
        .hasMessageNotContaining("hush");
  }

  @Test
  void aFileThatIsNotThereIsNamed() {
    Path gone = folder.resolve("gone");
    assertThatThrownBy(() -> SettingsFile.read(gone))
        .hasMessageContaining("COP-3420")
        .hasMessageContaining(gone.toString());
  }
}
