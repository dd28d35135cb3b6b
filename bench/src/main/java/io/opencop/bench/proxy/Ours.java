package io.opencop.bench.proxy;

import io.opencop.bench.target.BenchException;
import io.opencop.bench.target.Launch;
import io.opencop.model.app.Route;
import io.opencop.runtime.gateway.GatewayJvm;
import io.opencop.runtime.gateway.admin.AdminNote;
import io.opencop.runtime.gateway.routes.AppRoutes;
import io.opencop.runtime.gateway.routes.Routes;
import io.opencop.runtime.gateway.routes.RoutesFile;
import io.opencop.runtime.gateway.routes.Upstream;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The gateway as the platform runs it, with one app for all requests. */
final class Ours {
  private Ours() {}

  static Proxy start(Path folder, int application, List<String> jvm) {
    try {
      Files.createDirectories(folder);
      new RoutesFile(folder.resolve("routes.json"))
          .write(
              new Routes(
                  1,
                  List.of(
                      new AppRoutes(
                          "bench",
                          List.of(new Route(null, "/")),
                          List.of(
                              new Upstream(
                                  "a", "127.0.0.1", application, 1, Upstream.State.READY))))));
    } catch (IOException e) {
      throw new BenchException(folder + ": " + e.getMessage(), e);
    }
    List<String> flags = new ArrayList<>(GatewayJvm.flags());
    flags.addAll(jvm);
    return Proxy.start(
        "OpenCOP",
        Launch.program(
            flags, List.of("gateway", "--listen", "127.0.0.1:0", "--folder", folder.toString())),
        folder.resolve("gateway.log"),
        () ->
            AdminNote.read(folder.resolve("gateway.json"))
                .map(note -> URI.create(note.url()).getPort())
                .orElse(0));
  }
}
