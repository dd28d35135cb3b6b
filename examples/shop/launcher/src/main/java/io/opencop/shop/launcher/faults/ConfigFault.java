package io.opencop.shop.launcher.faults;

import io.opencop.shop.launcher.Release;
import io.opencop.shop.launcher.Service;
import io.opencop.shop.launcher.changes.Pipeline;
import io.opencop.shop.launcher.changes.Story;
import java.io.IOException;
import java.util.Map;

/** A configuration that does not fit the load. */
final class ConfigFault implements Fault {
  private final Pipeline pipeline;
  private final Service service;
  private final Map<String, String> settings;
  private final Story story;
  private final Story back;

  ConfigFault(
      Pipeline pipeline, Service service, Map<String, String> settings, Story story, Story back) {
    this.pipeline = pipeline;
    this.service = service;
    this.settings = settings;
    this.story = story;
    this.back = back;
  }

  @Override
  public void on() throws IOException, InterruptedException {
    Release release = pipeline.running(service);
    for (Map.Entry<String, String> setting : settings.entrySet()) {
      release = release.with(setting.getKey(), setting.getValue());
    }
    pipeline.configure(release, story);
  }

  @Override
  public void off() throws IOException, InterruptedException {
    Release release = pipeline.running(service);
    for (String setting : settings.keySet()) {
      release = release.without(setting);
    }
    pipeline.configure(release, back);
  }
}
