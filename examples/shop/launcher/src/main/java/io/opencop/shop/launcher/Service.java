package io.opencop.shop.launcher;

import io.opencop.shop.database.ShopDatabase;
import java.util.Locale;

/** The five services, in the order in which they are started: each after those it calls. */
public enum Service {
  CATALOG(ShopDatabase.CATALOG),
  INVENTORY(ShopDatabase.INVENTORY),
  PAYMENT(ShopDatabase.PAYMENT),
  ORDER(ShopDatabase.ORDER),
  STOREFRONT(ShopDatabase.STOREFRONT);

  private final ShopDatabase database;

  Service(ShopDatabase database) {
    this.database = database;
  }

  public String serviceName() {
    return name().toLowerCase(Locale.ROOT);
  }

  ShopDatabase database() {
    return database;
  }
}
