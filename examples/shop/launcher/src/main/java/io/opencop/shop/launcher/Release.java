package io.opencop.shop.launcher;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;

/**
 * What runs of a service: a version and its configuration.
 *
 * @param settings environment variables that differ from the service's defaults
 */
public record Release(Service service, String version, Map<String, String> settings) {
  public static final String FIRST_VERSION = "1.4.0";

  public Release {
    settings = Map.copyOf(settings);
  }

  static Release first(Service service) {
    return new Release(service, FIRST_VERSION, Map.of());
  }

  /** The commit this version was built from: the same for the same version, at every start. */
  public String commit() {
    try {
      byte[] hash =
          MessageDigest.getInstance("SHA-1")
              .digest((service.serviceName() + "@" + version).getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(hash);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  public Release withVersion(String other) {
    return new Release(service, other, settings);
  }

  public Release with(String name, String value) {
    Map<String, String> changed = new HashMap<>(settings);
    changed.put(name, value);
    return new Release(service, version, changed);
  }

  public Release without(String name) {
    Map<String, String> changed = new HashMap<>(settings);
    changed.remove(name);
    return new Release(service, version, changed);
  }
}
