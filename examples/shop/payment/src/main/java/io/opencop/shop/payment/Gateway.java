package io.opencop.shop.payment;

import io.opencop.shop.common.Peers;
import java.util.UUID;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;
import org.springframework.web.client.RestClient;

/** The card company's approval service, outside the shop. */
@Component
class Gateway {
  record Approval(String reference) {}

  record Ask(UUID orderId, String method, int amount, int fee) {}

  private final RestClient http;

  Gateway(Peers peers, @Value("${payment.gateway-url}") String url) {
    this.http = peers.at(url);
  }

  Approval approve(Ask ask) {
    return http.post()
        .uri("/v1/approvals")
        .contentType(MediaType.APPLICATION_JSON)
        .body(ask)
        .retrieve()
        .onStatus(
            HttpStatusCode::is4xxClientError,
            (request, response) -> {
              throw new PaymentDeclinedException("gateway answered " + response.getStatusCode());
            })
        .body(Approval.class);
  }
}
