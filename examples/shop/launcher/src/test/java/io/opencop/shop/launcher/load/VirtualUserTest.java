package io.opencop.shop.launcher.load;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class VirtualUserTest {
  @Test
  void looksRoundBeforeLoggingInAndFillsTheCartBeforeOrdering() {
    int orders = 0;
    for (int seed = 0; seed < 200; seed++) {
      List<String> paths = visit(new VirtualUser(new Random(seed)));
      assertThat(paths.get(0)).isEqualTo("/");
      if (paths.contains("/checkout")) {
        orders++;
        assertThat(paths.indexOf("/cart"))
            .isBetween(paths.indexOf("/login"), paths.indexOf("/checkout"));
      }
    }
    assertThat(orders).isBetween(120, 190);
  }

  @Test
  void keepsItsCookieAndFollowsARedirect() {
    VirtualUser user = new VirtualUser(new Random(1));
    user.next();
    user.answered(302, "JSESSIONID=abc; Path=/; HttpOnly", "http://127.0.0.1:9/orders?x=1");

    assertThat(user.cookie()).isEqualTo("JSESSIONID=abc");
    assertThat(user.next()).isEqualTo(Step.get("/orders?x=1"));
  }

  private static List<String> visit(VirtualUser user) {
    List<String> paths = new ArrayList<>();
    for (Step step = user.next(); step != null; step = user.next()) {
      paths.add(step.path());
    }
    return paths;
  }
}
