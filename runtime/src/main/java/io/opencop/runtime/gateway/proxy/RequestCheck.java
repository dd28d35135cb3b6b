package io.opencop.runtime.gateway.proxy;

import io.opencop.model.message.Message.Text;
import io.vertx.core.MultiMap;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpVersion;
import java.util.List;
import java.util.Map;

/**
 * Refuses what two programs could read as two different requests (RFC 9112, 11.2), before anything
 * of it goes on. The decoder below refuses most of it already; this holds whatever it lets through.
 */
final class RequestCheck {
  private static final Text NAME = new Text("a header field's name is wrong", "헤더 필드 이름이 잘못되었습니다");
  private static final Text VALUE =
      new Text("a header field has a control character", "헤더 필드에 제어 문자가 있습니다");
  private static final Text LENGTH =
      new Text("Content-Length is wrong or given twice", "Content-Length가 잘못되었거나 두 번 있습니다");
  private static final Text CODING =
      new Text("Transfer-Encoding is not just chunked", "Transfer-Encoding이 chunked 하나가 아닙니다");
  private static final Text BOTH =
      new Text(
          "it has both Content-Length and Transfer-Encoding",
          "Content-Length와 Transfer-Encoding이 함께 있습니다");
  private static final Text HOST =
      new Text("Host is missing, wrong or given twice", "Host가 없거나 잘못되었거나 두 번 있습니다");
  private static final Text TARGET = new Text("its address is wrong", "주소가 잘못되었습니다");
  private static final Text HIDES =
      new Text("Connection names a field that frames it", "Connection이 요청의 틀을 정하는 필드를 가리킵니다");
  private static final Text METHOD =
      new Text("there is no tunnel here (CONNECT)", "CONNECT는 쓸 수 없습니다");

  private static final List<String> FRAMING =
      List.of("content-length", "host", "transfer-encoding");
  private static final int LONGEST_LENGTH = 18;

  private RequestCheck() {}

  /** What is wrong with it; null where nothing is. */
  static Text problem(HttpServerRequest request) {
    MultiMap headers = request.headers();
    for (Map.Entry<String, String> field : headers) {
      if (!token(field.getKey())) {
        return NAME;
      }
      if (!plain(field.getValue())) {
        return VALUE;
      }
    }
    if (request.method().equals(HttpMethod.CONNECT)) {
      return METHOD;
    }
    Text framing = framing(request.version(), headers);
    if (framing != null) {
      return framing;
    }
    List<String> hidden = Names.connection(headers);
    if (!hidden.isEmpty() && FRAMING.stream().anyMatch(hidden::contains)) {
      return HIDES;
    }
    if (!hostIsFine(request)) {
      return HOST;
    }
    String target = Paths.target(request.uri(), Hosts.of(request));
    return target != null && visible(target) && Paths.of(target) != null ? null : TARGET;
  }

  private static Text framing(HttpVersion version, MultiMap headers) {
    List<String> lengths = headers.getAll("content-length");
    if (lengths.size() > 1 || (lengths.size() == 1 && !digits(lengths.getFirst()))) {
      return LENGTH;
    }
    List<String> codings = headers.getAll("transfer-encoding");
    if (codings.isEmpty()) {
      return null;
    }
    if (!lengths.isEmpty()) {
      return BOTH;
    }
    boolean fine =
        version == HttpVersion.HTTP_1_1
            && codings.size() == 1
            && codings.getFirst().equalsIgnoreCase("chunked");
    return fine ? null : CODING;
  }

  private static boolean hostIsFine(HttpServerRequest request) {
    List<String> hosts = request.headers().getAll("host");
    if (request.version() == HttpVersion.HTTP_2) {
      return hosts.size() <= 1 && request.authority() != null && named(Hosts.of(request));
    }
    return hosts.size() == 1 ? named(hosts.getFirst()) : request.version() == HttpVersion.HTTP_1_0;
  }

  private static boolean named(String host) {
    for (int i = 0; i < host.length(); i++) {
      char c = host.charAt(i);
      if (!letter(c) && !digit(c) && ".-_:[]".indexOf(c) < 0) {
        return false;
      }
    }
    return !host.isEmpty();
  }

  private static boolean token(String name) {
    for (int i = 0; i < name.length(); i++) {
      char c = name.charAt(i);
      if (!letter(c) && c != '-' && !digit(c) && "!#$%&'*+.^_`|~".indexOf(c) < 0) {
        return false;
      }
    }
    return !name.isEmpty();
  }

  private static boolean letter(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
  }

  private static boolean digit(char c) {
    return c >= '0' && c <= '9';
  }

  private static boolean plain(String value) {
    for (int i = 0; i < value.length(); i++) {
      char c = value.charAt(i);
      if ((c < ' ' && c != '\t') || c == 0x7f) {
        return false;
      }
    }
    return true;
  }

  private static boolean visible(String uri) {
    for (int i = 0; i < uri.length(); i++) {
      char c = uri.charAt(i);
      if (c <= ' ' || c == 0x7f) {
        return false;
      }
    }
    return true;
  }

  static boolean digits(String value) {
    for (int i = 0; i < value.length(); i++) {
      if (!digit(value.charAt(i))) {
        return false;
      }
    }
    return !value.isEmpty() && value.length() <= LONGEST_LENGTH;
  }
}
