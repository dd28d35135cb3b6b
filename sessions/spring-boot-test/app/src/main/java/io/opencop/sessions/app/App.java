package io.opencop.sessions.app;

import jakarta.servlet.http.HttpSession;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.security.core.Authentication;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** An application that knows nothing of where its sessions are. */
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

  /** Changes the cart in place. */
  @GetMapping("/cart")
  String cart(
      @RequestParam(name = "add", defaultValue = "") String add,
      Authentication user,
      HttpSession session) {
    Cart cart = (Cart) session.getAttribute("cart");
    if (cart == null) {
      cart = new Cart();
      session.setAttribute("cart", cart);
    }
    if (!add.isEmpty()) {
      cart.items.add(add);
    }
    return user.getName() + " " + cart.items;
  }
}
