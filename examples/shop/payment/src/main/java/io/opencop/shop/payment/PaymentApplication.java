package io.opencop.shop.payment;

import io.opencop.shop.common.ShopService;
import org.springframework.boot.autoconfigure.SpringBootApplication;

@SpringBootApplication(scanBasePackages = {"io.opencop.shop.payment", "io.opencop.shop.common"})
public class PaymentApplication {
  public static void main(String... args) {
    ShopService.run(PaymentApplication.class, args);
  }
}
