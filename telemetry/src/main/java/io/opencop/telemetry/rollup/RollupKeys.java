package io.opencop.telemetry.rollup;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * The key tables all roll-ups of a store share, and the bound on operations: past the limit a
 * service's new operation names are counted under {@link RedKey#OTHER}, and how many that were is
 * told.
 */
public final class RollupKeys {
  final KeyTable<RedKey> red = new KeyTable<>();
  final KeyTable<InstanceKey> instance = new KeyTable<>();
  final KeyTable<EdgeKey> edge = new KeyTable<>();
  final KeyTable<VolumeKey> volume = new KeyTable<>();

  private final int operationsPerService;
  private final Map<String, Set<String>> operations = new HashMap<>();
  private final Set<String> foldedServices = new TreeSet<>();
  private long folded;

  public RollupKeys(int operationsPerService) {
    this.operationsPerService = operationsPerService;
  }

  public int operationsPerService() {
    return operationsPerService;
  }

  /** Distinct operation names that were folded, each service's counted once a slice. */
  public synchronized long folded() {
    return folded;
  }

  /** The services this happened to, comma separated; the first twenty. */
  public synchronized String foldedServices() {
    return foldedServices.stream().limit(20).collect(Collectors.joining(", "));
  }

  /** The name itself, or {@link RedKey#OTHER} where the service has too many. */
  synchronized String operation(String service, String name) {
    Set<String> known = operations.computeIfAbsent(service, s -> new HashSet<>());
    if (known.contains(name)) {
      return name;
    }
    if (known.size() >= operationsPerService) {
      folded++;
      foldedServices.add(service);
      return RedKey.OTHER;
    }
    known.add(name);
    return name;
  }
}
