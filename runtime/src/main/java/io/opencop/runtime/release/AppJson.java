package io.opencop.runtime.release;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import io.opencop.model.app.EnvValue;
import io.opencop.model.app.Probe;
import io.opencop.model.app.Rollout;
import io.opencop.model.app.Source;

/** Apps and releases as JSON on disk. The words of {@code model} know nothing of it. */
public final class AppJson {
  private static final ObjectMapper MAPPER =
      JsonMapper.builder()
          .addModule(new JavaTimeModule())
          // The same app gives the same bytes, because its digest is taken of them.
          .enable(MapperFeature.SORT_PROPERTIES_ALPHABETICALLY)
          .enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS)
          .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
          .disable(SerializationFeature.WRITE_DURATIONS_AS_TIMESTAMPS)
          .addMixIn(Source.class, Sources.class)
          .addMixIn(EnvValue.class, EnvValues.class)
          .addMixIn(Probe.Check.class, Checks.class)
          .addMixIn(Rollout.class, Rollouts.class)
          .build();

  private AppJson() {}

  public static ObjectMapper mapper() {
    return MAPPER;
  }

  @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind")
  @JsonSubTypes({
    @JsonSubTypes.Type(value = Source.Jar.class, name = "jar"),
    @JsonSubTypes.Type(value = Source.War.class, name = "war"),
    @JsonSubTypes.Type(value = Source.StaticSite.class, name = "static"),
    @JsonSubTypes.Type(value = Source.Command.class, name = "command"),
    @JsonSubTypes.Type(value = Source.Image.class, name = "image")
  })
  private interface Sources {}

  @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind")
  @JsonSubTypes({
    @JsonSubTypes.Type(value = EnvValue.Plain.class, name = "plain"),
    @JsonSubTypes.Type(value = EnvValue.Secret.class, name = "secret")
  })
  private interface EnvValues {}

  @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind")
  @JsonSubTypes({
    @JsonSubTypes.Type(value = Probe.Check.Http.class, name = "http"),
    @JsonSubTypes.Type(value = Probe.Check.Tcp.class, name = "tcp"),
    @JsonSubTypes.Type(value = Probe.Check.LogLine.class, name = "log"),
    @JsonSubTypes.Type(value = Probe.Check.Guess.class, name = "guess")
  })
  private interface Checks {}

  @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind")
  @JsonSubTypes({
    @JsonSubTypes.Type(value = Rollout.Rolling.class, name = "rolling"),
    @JsonSubTypes.Type(value = Rollout.BlueGreen.class, name = "blueGreen"),
    @JsonSubTypes.Type(value = Rollout.Canary.class, name = "canary")
  })
  private interface Rollouts {}
}
