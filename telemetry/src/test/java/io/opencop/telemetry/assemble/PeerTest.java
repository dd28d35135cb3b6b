package io.opencop.telemetry.assemble;

import static org.assertj.core.api.Assertions.assertThat;

import io.opencop.telemetry.assemble.Peer.Kind;
import java.util.Map;
import org.junit.jupiter.api.Test;

class PeerTest {
  @Test
  void http() {
    Peer peer =
        client(
            Map.of(
                "http.request.method", "GET", "server.address", "catalog", "server.port", 8080L));
    assertThat(peer).isEqualTo(new Peer(Kind.HTTP, "catalog:8080", "catalog:8080", "http"));
    assertThat(peer.nodeId()).isEqualTo("external:catalog");
    assertThat(peer.nodeName()).isEqualTo("catalog");
    assertThat(peer.port()).isEqualTo(8080);
    assertThat(client(Map.of("server.address", "::1", "server.port", 81L)).nodeName())
        .isEqualTo("[::1]");
    assertThat(client(Map.of("server.address", "::1")).port()).isNull();
    assertThat(peer.resolvable()).isTrue();
    assertThat(client(Map.of("http.url", "https://pay.example.com/v1/charge")).key())
        .isEqualTo("pay.example.com");
    assertThat(client(Map.of("url.full", "http://10.0.0.7:81/x")).key()).isEqualTo("10.0.0.7:81");
    assertThat(client(Map.of("url.full", "not a url")).key()).isEqualTo("span");
    assertThat(
            client(Map.of("http.method", "GET", "peer.service", "pay", "net.peer.name", "10.0.0.9"))
                .name())
        .isEqualTo("pay");
  }

  @Test
  void database() {
    Peer peer =
        client(
            Map.of(
                "db.system.name", "postgresql", "db.namespace", "orders", "server.address", "d"));
    assertThat(peer)
        .isEqualTo(new Peer(Kind.DATABASE, "postgresql/orders", "orders", "postgresql"));
    assertThat(peer.resolvable()).isFalse();
    assertThat(client(Map.of("db.system", "redis", "server.address", "r", "server.port", 6379L)))
        .isEqualTo(new Peer(Kind.DATABASE, "redis/r:6379", "r:6379", "redis"));
    assertThat(client(Map.of("db.system", "h2")).nodeId()).isEqualTo("database:h2");
  }

  @Test
  void queues() {
    Map<String, Object> kafka =
        Map.of("messaging.system", "kafka", "messaging.destination.name", "orders");
    Peer orders = new Peer(Kind.QUEUE, "kafka/orders", "orders", "kafka");
    assertThat(Peer.of("producer", "orders publish", kafka)).isEqualTo(orders);
    assertThat(Peer.of("consumer", "orders process", kafka)).isEqualTo(orders);
    assertThat(Peer.of("client", "orders send", kafka)).isEqualTo(orders);
    assertThat(
            Peer.of(
                "client",
                "poll",
                Map.of("messaging.system", "kafka", "messaging.operation.type", "receive")))
        .as("taking a message is no call to the queue")
        .isNull();
    assertThat(Peer.of("producer", "emit", Map.of()).nodeId()).isEqualTo("queue:emit");
  }

  @Test
  void rpcAndOthers() {
    assertThat(client(Map.of("rpc.system", "grpc", "server.address", "pay", "server.port", 50051L)))
        .isEqualTo(new Peer(Kind.RPC, "pay:50051", "pay:50051", "grpc"));
    assertThat(client(Map.of("rpc.system", "grpc", "rpc.service", "Pay")).key()).isEqualTo("Pay");
    assertThat(client(Map.of("network.peer.address", "10.1.1.1", "network.peer.port", 25L)).key())
        .isEqualTo("10.1.1.1:25");
    assertThat(client(Map.of())).isEqualTo(new Peer(Kind.OTHER, "span", "span", null));
    assertThat(Peer.of("server", "GET /", Map.of("server.address", "me"))).isNull();
    assertThat(Peer.of("internal", "work", Map.of())).isNull();
  }

  private static Peer client(Map<String, Object> attributes) {
    return Peer.of("client", "span", attributes);
  }
}
