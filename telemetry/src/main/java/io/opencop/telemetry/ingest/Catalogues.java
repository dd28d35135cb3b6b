package io.opencop.telemetry.ingest;

import java.util.Map;
import java.util.Set;

/** The attribute catalogues of a store. */
public record Catalogues(
    AttributeCatalogue resources, AttributeCatalogue spans, AttributeCatalogue logs) {

  public static Catalogues create() {
    Set<String> resource = Promoted.RESOURCE.keySet();
    return new Catalogues(
        new AttributeCatalogue("resource.", Promoted.RESOURCE, Set.of()),
        new AttributeCatalogue("", Promoted.SPAN, resource),
        new AttributeCatalogue("", Promoted.LOG, resource));
  }

  public Map<String, AttributeCatalogue> byName() {
    return Map.of("resources", resources, "spans", spans, "logs", logs);
  }
}
