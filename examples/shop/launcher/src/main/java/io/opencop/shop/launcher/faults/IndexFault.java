package io.opencop.shop.launcher.faults;

import io.opencop.shop.database.ShopDatabase;
import io.opencop.shop.launcher.Service;
import io.opencop.shop.launcher.changes.Pipeline;
import io.opencop.shop.launcher.changes.Story;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;

/** A migration that drops an index which was not so unused after all. */
final class IndexFault implements Fault {
  /** How to reach the database. */
  interface Connections {
    Connection to(ShopDatabase database) throws SQLException;
  }

  private final Pipeline pipeline;
  private final Connections connections;

  IndexFault(Pipeline pipeline, Connections connections) {
    this.pipeline = pipeline;
    this.connections = connections;
  }

  @Override
  public void on() throws IOException, SQLException {
    pipeline.configured(
        Service.CATALOG,
        Story.withDiff("DB 마이그레이션 V42: 미사용 인덱스 정리 (drop unused indexes)", "최도윤", "catalog-V42"));
    run("DROP INDEX IF EXISTS review_product_written_idx");
  }

  @Override
  public void off() throws IOException, SQLException {
    pipeline.configured(
        Service.CATALOG,
        Story.withDiff("DB 마이그레이션 V43: 상품평 인덱스 복구 (restore review index)", "최도윤", "catalog-V43"));
    run(
        "CREATE INDEX IF NOT EXISTS review_product_written_idx ON review (product_id, written_at DESC)");
  }

  private void run(String statement) throws SQLException {
    try (Connection connection = connections.to(ShopDatabase.CATALOG);
        Statement sql = connection.createStatement()) {
      sql.execute(statement);
    }
  }
}
