package io.opencop.server.api;

import static org.assertj.core.api.Assertions.assertThat;

import io.opencop.model.message.Lang;
import org.junit.jupiter.api.Test;

/** What the query engine says, in one layer of words. */
class SqlProblemsTest {
  @Test
  void theEnginesPrefixIsLeftOut() {
    assertThat(SqlEndpoints.why("query: Binder Error: no such column\n\nLINE 1: x").text(Lang.EN))
        .isEqualTo("The query cannot be run: no such column\n\nLINE 1: x");
    assertThat(SqlEndpoints.why("query: there is no view a; expected one of b").text(Lang.EN))
        .isEqualTo("The query cannot be run: there is no view a; expected one of b");
  }

  @Test
  void theTwoLimitsHaveWordsOfTheirOwn() {
    assertThat(SqlEndpoints.why("query: INTERRUPT Error: Interrupted!").code())
        .isEqualTo("COP-1217");
    assertThat(SqlEndpoints.why("query: Out of Memory Error: could not allocate").code())
        .isEqualTo("COP-1218");
  }
}
