package io.opencop.shop.launcher.faults;

import io.opencop.shop.launcher.Service;
import io.opencop.shop.launcher.changes.Pipeline;
import io.opencop.shop.launcher.changes.Story;
import java.io.IOException;

/** A feature that costs more than anybody thought. */
final class FlagFault implements Fault {
  private final Pipeline pipeline;
  private final Service service;
  private final String flag;
  private final Story story;
  private final Story back;

  FlagFault(Pipeline pipeline, Service service, String flag, Story story, Story back) {
    this.pipeline = pipeline;
    this.service = service;
    this.flag = flag;
    this.story = story;
    this.back = back;
  }

  @Override
  public void on() throws IOException {
    pipeline.flag(service, flag, true, story);
  }

  @Override
  public void off() throws IOException {
    pipeline.flag(service, flag, false, back);
  }
}
