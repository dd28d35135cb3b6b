package io.opencop.sessions.redis.app;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Spring Session as its own guide shows it. */
@SpringBootApplication
@RestController
public class App {
  public static void main(String[] arguments) {
    SpringApplication.run(App.class, arguments);
  }

  /** What this application keeps in a session: of a class of its own. */
  static final class Cart implements Serializable {
    private static final long serialVersionUID = 1L;

    final List<String> items = new ArrayList<>();
  }

  @GetMapping("/login")
  String login(@RequestParam("user") String user, HttpServletRequest request) {
    HttpSession session = request.getSession();
    session.setAttribute("user", user);
    // What a framework does at a log-in.
    return request.changeSessionId();
  }

  @GetMapping("/cart")
  String cart(@RequestParam(name = "add", defaultValue = "") String add, HttpSession session) {
    Cart cart = (Cart) session.getAttribute("cart");
    if (cart == null) {
      cart = new Cart();
    }
    if (!add.isEmpty()) {
      cart.items.add(add);
      session.setAttribute("cart", cart);
    }
    return session.getAttribute("user") + " " + cart.items;
  }

  @GetMapping("/short")
  String shorten(@RequestParam("seconds") int seconds, HttpSession session) {
    session.setMaxInactiveInterval(seconds);
    return session.getId();
  }

  @GetMapping("/logout")
  String logout(HttpSession session) {
    session.invalidate();
    return "bye";
  }
}
