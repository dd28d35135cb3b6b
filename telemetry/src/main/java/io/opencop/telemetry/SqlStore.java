package io.opencop.telemetry;

import io.opencop.model.TimeRange;
import io.opencop.telemetry.query.Answer;
import io.opencop.telemetry.query.SqlResult;
import io.opencop.telemetry.query.SqlView;
import java.util.List;

/** A store that can be asked in SQL, read-only, over documented views. */
public interface SqlStore {
  /** The views and their columns, as of now. */
  List<SqlView> views();

  /**
   * Runs one SELECT.
   *
   * @param range rows outside it are not seen
   * @param maxRows more are cut off and {@link SqlResult#truncated} says so
   * @throws IllegalArgumentException where the statement is no SELECT over the views, or the engine
   *     refuses it; the message says where and what was expected
   */
  Answer<SqlResult> sql(String query, TimeRange range, int maxRows);
}
