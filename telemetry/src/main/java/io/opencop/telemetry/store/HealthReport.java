package io.opencop.telemetry.store;

import io.opencop.model.Signal;
import io.opencop.telemetry.StoreHealth;
import io.opencop.telemetry.assemble.Nanos;
import io.opencop.telemetry.ingest.AttributeCatalogue;
import io.opencop.telemetry.ingest.Catalogues;
import io.opencop.telemetry.ingest.Redactor;
import io.opencop.telemetry.journal.Journal;
import io.opencop.telemetry.journal.JournalStats;
import io.opencop.telemetry.otlp.OtlpLimits;
import io.opencop.telemetry.otlp.ReadCounters;
import io.opencop.telemetry.rollup.RollupKeys;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** Puts the store's own state together. */
final class HealthReport {
  private HealthReport() {}

  static StoreHealth of(
      Path dir,
      StoreOptions options,
      Journal journal,
      Slices slices,
      Counters counters,
      Problems problems,
      SealLoop sealLoop,
      Maintenance maintenance,
      RollupKeys keys,
      Catalogues catalogues,
      Redactor redactor,
      Builder builder,
      ReadCounters cuts,
      Templates templates,
      Quarantine quarantine) {
    JournalStats j = journal.stats();
    Manifest manifest = slices.manifest();
    List<StoreHealth.Problem> all = new ArrayList<>(journal.problems());
    Quarantine.Held held = quarantine.held();
    for (StoreHealth.Problem p : problems.now()) {
      boolean segment = p.code().startsWith("segment_quarantined:");
      all.add(segment ? new StoreHealth.Problem("segment_quarantined", p.args(), p.since()) : p);
    }
    if (builder.badFrames() > 0) {
      all.add(
          new StoreHealth.Problem(
              "frames_unreadable", List.of(Long.toString(builder.badFrames())), Instant.EPOCH));
    }
    List<StoreHealth.Stored> stored = new ArrayList<>();
    long used = j.bytes();
    for (Signal s : Signal.values()) {
      StoreHealth.Stored one = stored(s, manifest, slices, options, maintenance);
      stored.add(one);
      used += one.bytes();
    }
    used += held.bytes();
    used += manifest.rollups().stream().mapToLong(Manifest.RollupFile::bytes).sum();
    return new StoreHealth(
        all,
        counters.read(),
        new StoreHealth.Pipeline(
            j.queuedBytes(), j.queueLimitBytes(), j.queuedFrames(), builder.lagMs()),
        new StoreHealth.Journal(j.files(), j.bytes(), j.lastSyncMs(), j.syncs(), j.frames()),
        stored,
        dir.toFile().getUsableSpace(),
        used,
        sealLoop.lastSealMs(),
        held.count(),
        held.bytes(),
        limits(options, counters, keys, catalogues, redactor, cuts, templates));
  }

  private static StoreHealth.Stored stored(
      Signal signal,
      Manifest manifest,
      Slices slices,
      StoreOptions options,
      Maintenance maintenance) {
    long rows = 0;
    long bytes = 0;
    int segments = 0;
    long oldest = Long.MAX_VALUE;
    for (Manifest.Segment s : manifest.segments()) {
      if (Maintenance.signal(s.table()) == signal) {
        rows += s.table().equals("series") ? 0 : s.rows();
        bytes += s.bytes();
        segments++;
        oldest = Math.min(oldest, s.minNanos());
      }
    }
    return new StoreHealth.Stored(
        signal,
        slices.hotRows(signal),
        rows,
        segments,
        bytes,
        oldest == Long.MAX_VALUE ? null : Nanos.instant(oldest),
        options.retention().getOrDefault(signal, Duration.ZERO).toSeconds(),
        maintenance.freedBytes(signal));
  }

  private static List<StoreHealth.Limit> limits(
      StoreOptions options,
      Counters counters,
      RollupKeys keys,
      Catalogues catalogues,
      Redactor redactor,
      ReadCounters cuts,
      Templates templates) {
    List<StoreHealth.Limit> limits = new ArrayList<>();
    limits.add(
        new StoreHealth.Limit(
            "items_per_request", options.itemsPerRequest(), counters.tooManyItems(), ""));
    limits.add(
        new StoreHealth.Limit(
            "operations_per_service",
            keys.operationsPerService(),
            keys.folded(),
            keys.foldedServices()));
    long beyond = 0;
    for (AttributeCatalogue c : catalogues.byName().values()) {
      beyond += c.beyondLimit();
    }
    limits.add(new StoreHealth.Limit("attribute_keys", AttributeCatalogue.LIMIT, beyond, ""));
    limits.add(new StoreHealth.Limit("log_templates_per_service", 1000, templates.folded(), ""));
    limits.add(
        new StoreHealth.Limit(
            "log_template_services", templates.serviceLimit(), templates.foldedServices(), ""));
    OtlpLimits each = options.limits();
    limits.add(
        new StoreHealth.Limit(
            "attributes_per_item", each.attributes(), cuts.attributesDropped(), ""));
    limits.add(new StoreHealth.Limit("text_bytes", each.valueBytes(), cuts.textsCut(), ""));
    limits.add(new StoreHealth.Limit("texts_not_utf8", 0, cuts.textsRepaired(), ""));
    limits.add(new StoreHealth.Limit("events_per_span", each.events(), cuts.eventsDropped(), ""));
    limits.add(new StoreHealth.Limit("links_per_span", each.links(), cuts.linksDropped(), ""));
    limits.add(
        new StoreHealth.Limit(
            "exemplars_per_point", each.exemplars(), cuts.exemplarsDropped(), ""));
    limits.add(new StoreHealth.Limit("redacted_texts", 0, redactor.redacted(), ""));
    return limits;
  }
}
