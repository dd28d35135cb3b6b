package io.opencop.bench.target;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;

/** Three ports of loopback that were free a moment ago. */
public record Ports(int web, int grpc, int http) {
  static Ports free() {
    InetAddress loopback = InetAddress.getLoopbackAddress();
    try (ServerSocket web = new ServerSocket(0, 1, loopback);
        ServerSocket grpc = new ServerSocket(0, 1, loopback);
        ServerSocket http = new ServerSocket(0, 1, loopback)) {
      return new Ports(web.getLocalPort(), grpc.getLocalPort(), http.getLocalPort());
    } catch (IOException e) {
      throw new BenchException("no free port on loopback: " + e.getMessage(), e);
    }
  }

  /** One such port. */
  public static int one() {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    } catch (IOException e) {
      throw new BenchException("no free port on loopback: " + e.getMessage(), e);
    }
  }
}
