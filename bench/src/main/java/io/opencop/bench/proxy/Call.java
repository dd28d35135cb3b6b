package io.opencop.bench.proxy;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/** What a client asks for, and what the application answers. */
enum Call {
  SMALL("GET", "/small", 0, 100),
  LARGE("GET", "/large", 0, 10 * 1024),
  POST("POST", "/post", 1024, 20);

  /** Of ten requests seven are small, two take 10 KB, and one brings 1 KB. */
  private static final Call[] MIX = {
    SMALL, SMALL, LARGE, SMALL, POST, SMALL, SMALL, LARGE, SMALL, SMALL
  };

  private final String request;
  private final String response;

  Call(String method, String path, int sent, int answered) {
    this.request =
        method
            + " "
            + path
            + " HTTP/1.1\r\nHost: bench.localhost\r\nUser-Agent: opencop-bench\r\n"
            + "Accept: text/html,application/json;q=0.9,*/*;q=0.8\r\n"
            + "Accept-Language: ko,en;q=0.8\r\n"
            + "Cookie: session=0123456789abcdef0123456789abcdef\r\n"
            + (sent > 0 ? "Content-Length: " + sent + "\r\n" : "")
            + "\r\n"
            + "x".repeat(sent);
    this.response =
        "HTTP/1.1 200 OK\r\nContent-Type: text/plain\r\nContent-Length: "
            + answered
            + "\r\n\r\n"
            + "y".repeat(answered);
  }

  static Call number(long n) {
    return MIX[(int) (n % MIX.length)];
  }

  /** The one whose request has this byte after the slash of its path. */
  static Call of(byte letter) {
    return switch (letter) {
      case 'l' -> LARGE;
      case 'p' -> POST;
      default -> SMALL;
    };
  }

  ByteBuffer request() {
    return direct(request);
  }

  ByteBuffer response() {
    return direct(response);
  }

  private static ByteBuffer direct(String text) {
    byte[] bytes = text.getBytes(StandardCharsets.US_ASCII);
    return ByteBuffer.allocateDirect(bytes.length).put(bytes).flip();
  }
}
