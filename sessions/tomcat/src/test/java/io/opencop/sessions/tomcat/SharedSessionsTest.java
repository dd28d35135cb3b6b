package io.opencop.sessions.tomcat;

import static org.assertj.core.api.Assertions.assertThat;

import io.opencop.sessions.tomcat.Instance.Browser;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Two applications of one domain that share sessions, each with classes of its own. */
class SharedSessionsTest {
  private static final String POINTS =
      """
      package shop;

      public class Points implements java.io.Serializable {
        private static final long serialVersionUID = 1L;
        private final int points = 42;

        @Override
        public String toString() {
          return "points " + points;
        }
      }
      """;

  @TempDir Path folder;

  @Test
  void whoLoggedInAtOneIsKnownAtTheOtherAndWhatThatDoesNotKnowStays() throws Exception {
    String points = compiled();
    try (TestGrid grid = new TestGrid(folder.resolve("grid"), 1)) {
      grid.awaitWhole();
      try (Instance shop = app(grid, "shop", "WAIT,ALLOW,SHARED,/shop,shop.Points", points);
          Instance crm = app(grid, "crm", "WAIT,ALLOW,SHARED,/crm", "");
          Instance alone = app(grid, "alone", "WAIT,ALLOW,ALONE,/alone", "")) {
        shop.ready();
        crm.ready();
        alone.ready();
        Browser browser = new Browser();
        // A cookie for the whole domain, whichever application made it.
        assertThat(browser.ask(shop, "/shop/login?v=kim").headers().allValues("Set-Cookie"))
            .isNotEmpty()
            .allMatch(c -> c.contains("Path=/;"));
        browser.text(shop, "/shop/own?k=points&v=shop.Points");
        assertThat(browser.text(shop, "/shop/get?k=points")).isEqualTo("points 42");

        assertThat(browser.text(crm, "/crm/peek?k=user")).isEqualTo("kim");
        assertThat(browser.text(crm, "/crm/get?k=points")).isEqualTo("null");
        browser.text(crm, "/crm/set?k=seen&v=yes");
        assertThat(browser.text(shop, "/shop/get?k=points")).isEqualTo("points 42");
        assertThat(browser.text(shop, "/shop/get?k=seen")).isEqualTo("yes");

        // A new id is one for both.
        String before = browser.cookie;
        browser.text(crm, "/crm/login?v=lee");
        assertThat(browser.cookie).isNotEqualTo(before);
        assertThat(browser.text(shop, "/shop/get?k=user")).isEqualTo("lee");
        assertThat(browser.text(shop, "/shop/get?k=points")).isEqualTo("points 42");

        // Who does not share has no session of that id; and a log-out is one from both.
        Browser stranger = new Browser();
        stranger.cookie = browser.cookie;
        assertThat(stranger.text(alone, "/alone/peek?k=user")).isEqualTo("none");
        browser.text(crm, "/crm/logout");
        assertThat(browser.text(shop, "/shop/peek?k=user")).isEqualTo("none");
      }
    }
  }

  private Instance app(TestGrid grid, String name, String words, String own) throws IOException {
    return new Instance(folder.resolve(name), grid.grid.access(), words, 30, own);
  }

  /** A class that only one of them has. */
  private String compiled() throws IOException {
    Path source = Files.createDirectories(folder.resolve("source/shop")).resolve("Points.java");
    Files.writeString(source, POINTS);
    Path classes = Files.createDirectories(folder.resolve("classes"));
    List<String> words = List.of("-d", classes.toString(), source.toString());
    assertThat(
            ToolProvider.getSystemJavaCompiler()
                .run(null, null, null, words.toArray(String[]::new)))
        .isZero();
    return classes.toString();
  }
}
