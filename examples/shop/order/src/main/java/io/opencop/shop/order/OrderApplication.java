package io.opencop.shop.order;

import io.opencop.shop.common.ShopService;
import org.springframework.boot.autoconfigure.SpringBootApplication;

@SpringBootApplication(scanBasePackages = {"io.opencop.shop.order", "io.opencop.shop.common"})
public class OrderApplication {
  public static void main(String... args) {
    ShopService.run(OrderApplication.class, args);
  }
}
