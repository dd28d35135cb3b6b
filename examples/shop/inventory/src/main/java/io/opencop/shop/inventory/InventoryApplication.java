package io.opencop.shop.inventory;

import io.opencop.shop.common.ShopService;
import org.springframework.boot.autoconfigure.SpringBootApplication;

@SpringBootApplication(scanBasePackages = {"io.opencop.shop.inventory", "io.opencop.shop.common"})
public class InventoryApplication {
  public static void main(String... args) {
    ShopService.run(InventoryApplication.class, args);
  }
}
