package io.opencop.shop.launcher.changes;

import io.opencop.shop.launcher.Fleet;
import io.opencop.shop.launcher.Release;
import io.opencop.shop.launcher.Service;
import java.io.IOException;
import java.nio.file.Path;
import java.util.UUID;
import java.util.function.Function;

/** Does to services what a delivery pipeline would, and posts the Changes it would post. */
public final class Pipeline {
  private final Fleet fleet;
  private final Function<Service, Path> flagFiles;
  private final ChangeFeed feed;

  public Pipeline(Fleet fleet, Function<Service, Path> flagFiles, ChangeFeed feed) {
    this.fleet = fleet;
    this.flagFiles = flagFiles;
    this.feed = feed;
  }

  public Release running(Service service) {
    return fleet.release(service);
  }

  /** The deploys that brought the shop up. */
  public void announceFirstReleases() {
    for (Service service : Service.values()) {
      Release release = fleet.release(service);
      Story story = Story.of(release.version() + " 정기 배포 (scheduled release)", "release-bot");
      feed.post(Change.now("deploy", service, release.commit(), story, release.version()));
    }
  }

  /** Merges and deploys: the commit is posted first, the deploy as the roll-out begins. */
  public void deploy(Release release, Story story) throws IOException, InterruptedException {
    feed.post(Change.now("commit", release.service(), release.commit(), story, null));
    Story rollOut = Story.of(release.version() + " 배포: " + story.summary(), "release-bot");
    feed.post(
        Change.now("deploy", release.service(), release.commit(), rollOut, release.version()));
    fleet.roll(release);
  }

  /** Goes back to an earlier release. */
  public void rollBack(Release release) throws IOException, InterruptedException {
    Story story = Story.of(release.version() + "(으)로 롤백 (rollback)", "release-bot");
    feed.post(Change.now("deploy", release.service(), release.commit(), story, release.version()));
    fleet.roll(release);
  }

  /** Changes configuration: same version, new instance. */
  public void configure(Release release, Story story) throws IOException, InterruptedException {
    configured(release.service(), story);
    fleet.roll(release);
  }

  /** Posts a configuration that somebody else has applied or is about to. */
  public void configured(Service service, Story story) {
    String version = fleet.release(service).version();
    feed.post(Change.now("config", service, UUID.randomUUID().toString(), story, version));
  }

  public void flag(Service service, String flag, boolean on, Story story) throws IOException {
    FlagFile.set(flagFiles.apply(service), flag, on);
    feed.post(Change.now("flag", service, flag, story, null));
  }
}
