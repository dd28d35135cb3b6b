package io.opencop.telemetry.rollup;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

/** What a service says of itself counts, not what was told of it last. */
class ServiceFactsTest {
  private static final ServiceFacts OWN = facts("shop", "java", 1);
  private static final ServiceFacts TOLD = facts(null, null, 2);

  private static ServiceFacts facts(String namespace, String language, long seen) {
    return new ServiceFacts(namespace, language, Map.of("service.name", "storefront"), seen);
  }

  @Test
  void figuresSomebodyElseSendsOfItDoNotTakeItsLanguageAway() {
    assertThat(ServiceFacts.later(OWN, TOLD)).isSameAs(OWN);
    assertThat(ServiceFacts.later(TOLD, OWN)).isSameAs(OWN);
  }

  @Test
  void ofTwoAlikeTheLaterCounts() {
    ServiceFacts newer = facts("shop", "nodejs", 3);
    assertThat(ServiceFacts.later(OWN, newer)).isSameAs(newer);
    assertThat(ServiceFacts.later(facts(null, null, 1), TOLD)).isSameAs(TOLD);
  }
}
