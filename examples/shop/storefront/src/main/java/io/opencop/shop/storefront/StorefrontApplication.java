package io.opencop.shop.storefront;

import io.opencop.shop.common.ShopService;
import org.springframework.boot.autoconfigure.SpringBootApplication;

@SpringBootApplication(scanBasePackages = {"io.opencop.shop.storefront", "io.opencop.shop.common"})
public class StorefrontApplication {
  public static void main(String... args) {
    ShopService.run(StorefrontApplication.class, args);
  }
}
