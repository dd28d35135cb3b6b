package io.opencop.shop.common;

import org.springframework.boot.SpringApplication;

/** The start of every service: tied to its launcher, then Spring. */
public final class ShopService {
  private ShopService() {}

  public static void run(Class<?> application, String... args) {
    Lifeline.tie();
    SpringApplication.run(application, args);
  }
}
