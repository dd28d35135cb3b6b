package io.opencop.shop.catalog;

import io.opencop.shop.common.ShopService;
import org.springframework.boot.autoconfigure.SpringBootApplication;

@SpringBootApplication(scanBasePackages = {"io.opencop.shop.catalog", "io.opencop.shop.common"})
public class CatalogApplication {
  public static void main(String... args) {
    ShopService.run(CatalogApplication.class, args);
  }
}
