package io.opencop.shop.launcher;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WorkFolderTest {
  @TempDir Path folder;

  @Test
  void isForItsOwnerAndForOneShop() throws Exception {
    try (WorkFolder work = WorkFolder.open(folder)) {
      assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder)))
          .isEqualTo("rwx------");
      assertThat(work.logs()).isDirectory();
      // Within one JVM the lock throws; another process gets the message with our pid.
      assertThatThrownBy(() -> WorkFolder.open(folder))
          .isInstanceOf(OverlappingFileLockException.class);
    }
    WorkFolder.open(folder).close();
  }

  @Test
  void namesTheServicesAndTheTelemetrysHost() throws Exception {
    try (WorkFolder work = WorkFolder.open(folder)) {
      String hosts = Files.readString(work.writeHosts(URI.create("http://127.0.0.1:4317")));
      assertThat(hosts)
          .contains("127.0.0.1 catalog\n", "127.0.0.1 shop-db\n", "127.0.0.1 localhost\n")
          .contains("127.0.0.1 pg.hangang-pay.example\n");
    }
  }
}
