package io.opencop.server.machine;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.List;
import org.junit.jupiter.api.Test;

class PortHolderTest {
  @Test
  void namesTheProcessThatListens() throws Exception {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      assertThat(PortHolder.of(socket.getLocalPort()))
          .hasValueSatisfying(h -> {
            assertThat(h.pid()).isEqualTo(ProcessHandle.current().pid());
            assertThat(h.command()).startsWith("java");
          });
    }
  }

  @Test
  void aPortIsHeldByTheProcessThatListensAndNoOther() throws Exception {
    long pid = ProcessHandle.current().pid();
    int port;
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      port = socket.getLocalPort();
      assertThat(PortHolder.holds(pid, port)).isTrue();
      assertThat(PortHolder.holds(ProcessHandle.current().parent().orElseThrow().pid(), port))
          .isFalse();
    }
    assertThat(PortHolder.holds(pid, port)).isFalse();
  }

  @Test
  void aFreePortHasNoHolder() throws Exception {
    int port;
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      port = socket.getLocalPort();
    }
    assertThat(PortHolder.of(port)).isEmpty();
  }

  @Test
  void aJvmIsNamedByWhatItRunsAndArgumentsStayPrivate() {
    assertThat(
            PortHolder.name(
                new String[] {"/opt/jdk/bin/java", "-Xmx1g", "-cp", "a.jar", "x.Main", "secret"}))
        .isEqualTo("java x.Main");
    assertThat(PortHolder.name(new String[] {"java", "-jar", "/srv/shop.jar", "p=1"}))
        .isEqualTo("java shop.jar");
    assertThat(PortHolder.name(new String[] {"/usr/sbin/nginx", "-g", "x"})).isEqualTo("nginx");
  }

  @Test
  void readsTheFieldsOfLsof() {
    assertThat(PortHolder.parseLsof(List.of("p4242", "cjava", "f123")))
        .contains(new PortHolder(4242, "java"));
    assertThat(PortHolder.parseLsof(List.of())).isEmpty();
  }
}
