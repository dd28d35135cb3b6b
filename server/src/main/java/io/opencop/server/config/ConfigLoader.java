package io.opencop.server.config;

import io.opencop.model.message.CopException;
import io.opencop.model.message.Near;
import io.opencop.model.message.Notice;
import io.opencop.server.message.ConfigMessage;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** Makes a {@link Config} from what people wrote, or says everything that is wrong with it. */
public final class ConfigLoader {
  /** Variables of client, launcher, tests and shop: ours, but no settings of the platform. */
  private static final Set<String> OTHER_VARIABLES =
      Set.of(
          "COP_URL",
          "COP_TOKEN",
          "COP_HOME",
          "COP_CONFIG",
          "COP_LANG",
          "COP_JAVA_OPTS",
          "COP_AOT",
          "COP_CHROMIUM",
          "COP_API_URL",
          "COP_API_TOKEN");

  private final Map<String, Key> keys = new LinkedHashMap<>();
  private final Map<String, Given> chosen = new LinkedHashMap<>();
  private final Map<String, Object> typed = new LinkedHashMap<>();
  private final List<Notice> problems = new ArrayList<>();
  private final Values values;

  private ConfigLoader(ConfigSources sources) {
    values = new Values(sources.home());
    Key.all().forEach(k -> keys.put(k.name(), k));
  }

  /** Defaults, then file, environment and flags. {@link CopException} carries every problem. */
  public static LoadedConfig load(ConfigSources sources) {
    ConfigLoader loader = new ConfigLoader(sources);
    loader.defaults(sources.environment().getOrDefault("COP_HOME", ""));
    sources.file().ifPresent(f -> loader.take(YamlSource.read(f, loader.problems), true));
    loader.take(loader.variables(sources.environment()), false);
    loader.take(loader.flags(sources.flags()), false);
    return loader.finish();
  }

  /** {@code COP_HOME} stands for {@code ~/.opencop} in what we chose, not in what people wrote. */
  private void defaults(String copHome) {
    for (Key key : keys.values()) {
      String text = key.setting().value();
      String placed = copHome.isEmpty() ? text : text.replace("~/.opencop", copHome);
      chosen.put(key.name(), new Given(key.name(), List.of(placed), new Origin.Default()));
    }
  }

  private void take(List<Given> givens, boolean onceOnly) {
    Map<String, Origin> seen = new TreeMap<>();
    for (Given given : givens) {
      if (!keys.containsKey(given.key())) {
        unknown(given.key(), given.origin(), given.key(), new ArrayList<>(keys.keySet()));
        continue;
      }
      Origin first = seen.put(given.key(), given.origin());
      if (onceOnly && first != null) {
        problems.add(
            ConfigMessage.TWICE.with("place", given.origin(), "key", given.key(), "first", first));
      }
      chosen.put(given.key(), given);
    }
  }

  private List<Given> variables(Map<String, String> environment) {
    Map<String, String> byVariable = new TreeMap<>();
    keys.values().forEach(k -> byVariable.put(k.variable(), k.name()));
    List<Given> givens = new ArrayList<>();
    for (Map.Entry<String, String> e : new TreeMap<>(environment).entrySet()) {
      String name = e.getKey();
      if (!name.startsWith("COP_") || OTHER_VARIABLES.contains(name)) {
        continue;
      }
      Origin origin = new Origin.Variable(name);
      String key = byVariable.get(name);
      if (key == null) {
        unknown(name, origin, name, new ArrayList<>(byVariable.keySet()));
      } else {
        givens.add(new Given(key, split(key, e.getValue()), origin));
      }
    }
    return givens;
  }

  private List<Given> flags(List<String> flags) {
    List<Given> givens = new ArrayList<>();
    for (String flag : flags) {
      int equals = flag.indexOf('=');
      if (equals < 1) {
        problems.add(ConfigMessage.BAD_FLAG.with("place", "--set " + flag));
        continue;
      }
      String key = flag.substring(0, equals).trim();
      givens.add(
          new Given(key, split(key, flag.substring(equals + 1)), new Origin.Flag("--set " + key)));
    }
    return givens;
  }

  /**
   * One text holds a whole list outside YAML; regular expressions may hold commas: use the file.
   */
  private List<String> split(String key, String text) {
    Key known = keys.get(key);
    return known != null && Values.isList(known.type())
        ? Arrays.asList(text.split(",", -1))
        : List.of(text);
  }

  private void unknown(String typed, Origin origin, String shown, List<String> candidates) {
    problems.add(
        Near.of(typed, candidates)
            .map(n -> ConfigMessage.UNKNOWN_KEY_NEAR.with("place", origin, "key", shown, "near", n))
            .orElseGet(() -> ConfigMessage.UNKNOWN_KEY.with("place", origin, "key", shown)));
  }

  private LoadedConfig finish() {
    for (Key key : keys.values()) {
      Given given = chosen.get(key.name());
      try {
        typed.put(key.name(), values.read(key.type(), given.texts()));
      } catch (IllegalArgumentException e) {
        problems.add(
            ConfigMessage.BAD_VALUE.with(
                "place", given.origin(),
                "key", key.name(),
                "value", key.setting().secret() ? Secret.MASK : '"' + given.joined() + '"',
                "expected", values.expected(key.type())));
      }
    }
    Config config = typed.size() == keys.size() ? build() : null;
    if (config != null) {
      problems.addAll(ConfigCheck.check(config, k -> chosen.get(k).origin()));
    }
    if (!problems.isEmpty()) {
      throw new CopException(problems);
    }
    return new LoadedConfig(config, keys.values().stream().map(this::shown).toList());
  }

  private LoadedConfig.Shown shown(Key key) {
    return new LoadedConfig.Shown(
        key, Values.write(typed.get(key.name())), chosen.get(key.name()).origin());
  }

  private Config build() {
    RecordComponent[] sections = Config.class.getRecordComponents();
    Object[] built = new Object[sections.length];
    for (int i = 0; i < sections.length; i++) {
      RecordComponent section = sections[i];
      built[i] =
          make(
              section.getType(),
              Arrays.stream(section.getType().getRecordComponents())
                  .map(c -> typed.get(Key.name(section, c)))
                  .toArray());
    }
    return (Config) make(Config.class, built);
  }

  private static Object make(Class<?> record, Object[] arguments) {
    try {
      Class<?>[] types =
          Arrays.stream(record.getRecordComponents())
              .map(RecordComponent::getType)
              .toArray(Class<?>[]::new);
      return record.getDeclaredConstructor(types).newInstance(arguments);
    } catch (NoSuchMethodException
        | InstantiationException
        | IllegalAccessException
        | InvocationTargetException e) {
      throw new IllegalStateException("the configuration record " + record.getName(), e);
    }
  }
}
