package io.opencop.telemetry;

import io.opencop.model.TimeRange;
import io.opencop.telemetry.query.Answer;
import io.opencop.telemetry.query.SqlResult;
import io.opencop.telemetry.query.SqlView;
import java.util.List;

/** What a store may offer besides the typed questions: read-only SQL over documented views. */
public interface SqlStore {
  List<SqlView> views();

  /**
   * Runs one SELECT over the views. What is wrong with it is an {@link IllegalArgumentException}
   * that says where.
   *
   * @param range bounds what the views show; null for all that is kept
   * @param maxRows rows of the answer; more are cut and the answer says so
   */
  Answer<SqlResult> query(String sql, TimeRange range, int maxRows);
}
