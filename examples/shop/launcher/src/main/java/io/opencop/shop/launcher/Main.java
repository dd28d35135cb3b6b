package io.opencop.shop.launcher;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;

/** {@code java -jar shop-launcher.jar}: see {@link Settings#HELP}. */
public final class Main {
  private static final Set<String> COMMANDS = Set.of("fault", "faults", "load");

  private Main() {}

  public static void main(String... args) throws Exception {
    List<String> words = List.of(args);
    if (words.contains("--help")) {
      System.out.print(Settings.HELP);
      return;
    }
    if (!words.isEmpty() && COMMANDS.contains(words.get(0))) {
      System.exit(ControlClient.run(words, home()));
    }
    Settings settings;
    try {
      settings = Settings.of(words, System.getenv(), home());
    } catch (IllegalArgumentException e) {
      System.err.println(e.getMessage());
      System.exit(2);
      return;
    }
    run(settings);
  }

  private static void run(Settings settings) {
    Progress progress = new Progress(System.out);
    Shop shop = new Shop(settings, progress);
    // Before anything is started, so that a Ctrl-C in the middle of the start leaves nothing.
    Runtime.getRuntime().addShutdownHook(new Thread(shop::close, "stop"));
    if (!settings.detached()) {
      new Lifelines(reason -> stop(progress, reason)).watch();
    }
    try {
      shop.start();
    } catch (IOException | IllegalStateException e) {
      progress.failed("shop", e.getMessage());
      System.err.println(e.getMessage());
      System.exit(1);
    } catch (InterruptedException e) {
      System.exit(1);
    }
  }

  private static void stop(Progress progress, String reason) {
    progress.event("event", "stopping", "service", "shop", "reason", reason);
    System.exit(0);
  }

  /** The folder of our own jar. */
  private static Path home() throws URISyntaxException {
    return Path.of(Main.class.getProtectionDomain().getCodeSource().getLocation().toURI())
        .toAbsolutePath()
        .getParent();
  }
}
