package io.opencop.shop.payment;

import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

@RestController
class PaymentController {
  private static final Logger log = LoggerFactory.getLogger(PaymentController.class);

  private final Gateway gateway;
  private final Fees fees;
  private final PaymentRepository payments;

  PaymentController(Gateway gateway, Fees fees, PaymentRepository payments) {
    this.gateway = gateway;
    this.fees = fees;
    this.payments = payments;
  }

  @PostMapping("/payments")
  Payment pay(@RequestBody PaymentRequest request) {
    int fee = fees.of(request);
    var ask = new Gateway.Ask(request.orderId(), request.method(), request.amount(), fee);
    Gateway.Approval approval;
    try {
      approval = gateway.approve(ask);
    } catch (PaymentDeclinedException e) {
      log.warn("결제 거절: 주문 {} 수단 {} 금액 {}원", request.orderId(), request.method(), request.amount());
      throw e;
    }
    var payment =
        new Payment(UUID.randomUUID(), request.orderId(), "APPROVED", approval.reference());
    payments.save(payment, request);
    log.info(
        "결제 승인: 주문 {} 수단 {} 금액 {}원 승인번호 {}",
        request.orderId(),
        request.method(),
        request.amount(),
        approval.reference());
    return payment;
  }
}
