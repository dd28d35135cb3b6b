package io.opencop.shop.database;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;

/** The databases of the shop: one per service, so that no service reads another's tables. */
public enum ShopDatabase {
  STOREFRONT("storefront"),
  CATALOG("catalog"),
  /** Plural, because {@code order} is a reserved word. */
  ORDER("orders"),
  PAYMENT("payment"),
  INVENTORY("inventory");

  private final String databaseName;

  ShopDatabase(String databaseName) {
    this.databaseName = databaseName;
  }

  public String databaseName() {
    return databaseName;
  }

  /** Schema and seed data; the same rows at every start, but for times counted back from now. */
  String script() throws IOException {
    try (InputStream in = ShopDatabase.class.getResourceAsStream(databaseName + ".sql")) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}
