package io.opencop.shop.launcher.faults;

import io.opencop.shop.launcher.Release;
import io.opencop.shop.launcher.Service;
import io.opencop.shop.launcher.changes.Pipeline;
import io.opencop.shop.launcher.changes.Story;
import java.io.IOException;

/** A release that should not have gone out; put right by going back to the one before. */
final class ReleaseFault implements Fault {
  private final Pipeline pipeline;
  private final Service service;
  private final String version;
  private final String setting;
  private final String value;
  private final Story story;
  private Release before;

  /** The setting, an environment variable, is what the new version's build would contain. */
  ReleaseFault(
      Pipeline pipeline,
      Service service,
      String version,
      String setting,
      String value,
      Story story) {
    this.pipeline = pipeline;
    this.service = service;
    this.version = version;
    this.setting = setting;
    this.value = value;
    this.story = story;
  }

  @Override
  public void on() throws IOException, InterruptedException {
    before = pipeline.running(service);
    pipeline.deploy(before.withVersion(version).with(setting, value), story);
  }

  @Override
  public void off() throws IOException, InterruptedException {
    pipeline.rollBack(pipeline.running(service).withVersion(before.version()).without(setting));
  }
}
