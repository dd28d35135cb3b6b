package io.opencop.shop.common;

import java.net.http.HttpClient;
import java.time.Duration;
import org.springframework.http.client.JdkClientHttpRequestFactory;
import org.springframework.stereotype.Component;
import org.springframework.web.client.RestClient;

/** HTTP clients for the neighbours, with timeouts: 2 s to connect, 10 s for an answer. */
@Component
public class Peers {
  private final RestClient.Builder builder;

  public Peers(RestClient.Builder builder) {
    var factory =
        new JdkClientHttpRequestFactory(
            HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .connectTimeout(Duration.ofSeconds(2))
                .build());
    factory.setReadTimeout(Duration.ofSeconds(10));
    this.builder = builder.requestFactory(factory);
  }

  public RestClient at(String baseUrl) {
    return builder.clone().baseUrl(baseUrl).build();
  }
}
