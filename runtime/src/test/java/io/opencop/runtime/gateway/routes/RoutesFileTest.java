package io.opencop.runtime.gateway.routes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.opencop.model.app.Route;
import io.opencop.model.message.CopException;
import io.opencop.model.message.Lang;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RoutesFileTest {
  @TempDir Path folder;

  @Test
  void whatIsWrittenIsRead() throws Exception {
    RoutesFile file = new RoutesFile(folder.resolve("routes.json"));
    Routes routes =
        new Routes(
            3,
            true,
            List.of("10.0.0.1"),
            List.of(
                new AppRoutes(
                    "shop",
                    List.of(new Route("shop.test", "/"), new Route(null, "/shop")),
                    List.of(
                        new Upstream("a", "127.0.0.1", 1, 1, Upstream.State.READY),
                        new Upstream(
                            "b", "::1", 65535, 2, Upstream.State.DRAINING, Upstream.Speaks.H2C)),
                    Map.of(1, 90, 2, 10),
                    true,
                    new Limits(1, 2, 3, 4, 5, 6, 7))));
    file.write(routes);
    assertThat(file.read()).isEqualTo(routes);
  }

  @Test
  void defaultsAndWhatANewerPlatformSays() throws Exception {
    RoutesFile file = new RoutesFile(folder.resolve("routes.json"));
    Files.writeString(
        file.path(),
        """
        {"revision": 1, "from_the_future": {}, "apps": [{"name": "shop", "colour": "red",
          "endpoints": [{"id": "a", "host": "127.0.0.1", "port": 80}]}]}
        """);
    AppRoutes app = file.read().apps().getFirst();
    assertThat(app.endpoints().getFirst().state()).isEqualTo(Upstream.State.READY);
    assertThat(app.limits()).isEqualTo(Limits.DEFAULTS);
    assertThat(app.limits().maxInFlight()).isEqualTo(1024);
  }

  @Test
  void everythingWrongIsSaidAtOnce() throws Exception {
    RoutesFile file = new RoutesFile(folder.resolve("routes.json"));
    Files.writeString(
        file.path(),
        """
        {"revision": 1, "apps": [
          {"name": "shop", "routes": [{"path": "x"}], "weights": {"1": -1},
           "endpoints": [{"id": "a", "host": "", "port": 70000}, {"id": "a", "host": "h", "port": 1}]},
          {"name": "shop", "limits": {"max_in_flight": -1}}]}
        """);
    String said = said(file);
    assertThat(said)
        .contains("COP-3311", "apps[0].routes[0].path", "apps[0].weights.1", "apps[0].endpoints[0]")
        .contains("apps[0].endpoints[0].port: 70000", "apps[0].endpoints[1].id")
        .contains("apps[1].name", "apps[1].limits");
    for (String text :
        new String[] {"", "{", "null", "[]", "{\"apps\": 1}", "{\"revision\":\"x\"}"}) {
      Files.writeString(file.path(), text);
      assertThat(said(file)).as(text).contains("COP-3311");
    }
    Files.delete(file.path());
    assertThat(said(file)).contains("COP-3312");
  }

  private static String said(RoutesFile file) {
    CopException e = catchThrowableOfType(CopException.class, file::read);
    return e.notices().getFirst().lines(Lang.EN);
  }
}
