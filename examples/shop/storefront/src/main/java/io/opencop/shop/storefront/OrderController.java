package io.opencop.shop.storefront;

import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.util.Optional;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.client.HttpClientErrorException;
import org.springframework.web.server.ResponseStatusException;

/** Buying, and what was bought. For members only. */
@Controller
class OrderController {
  private static final Logger log = LoggerFactory.getLogger(OrderController.class);
  private static final Set<String> METHODS = Set.of("CARD", "TRANSFER", "EASY_PAY");

  private final Neighbours neighbours;

  OrderController(Neighbours neighbours) {
    this.neighbours = neighbours;
  }

  @PostMapping("/checkout")
  String checkOut(
      @RequestParam(defaultValue = "CARD") String method,
      Model model,
      HttpSession session,
      HttpServletResponse response) {
    if (!METHODS.contains(method)) {
      throw new ResponseStatusException(HttpStatus.BAD_REQUEST, "no such way to pay");
    }
    Optional<Member> member = Visit.member(session);
    Cart cart = Visit.cart(session);
    if (member.isEmpty()) {
      return "redirect:/login";
    }
    if (cart.size() == 0) {
      return "redirect:/cart";
    }
    var wanted = new Shop.NewOrder(member.get().id(), method, cart.items());
    try {
      model.addAttribute("order", neighbours.place(wanted));
      cart.clear();
      return "ordered";
    } catch (HttpClientErrorException e) {
      // Declined or out of stock: the customer's affair, and a page says so.
      log.warn("주문 실패: 회원 {} 응답 {}", member.get().id(), e.getStatusCode());
      response.setStatus(e.getStatusCode().value());
      return "refused";
    }
  }

  @GetMapping("/orders")
  String orders(Model model, HttpSession session) {
    Optional<Member> member = Visit.member(session);
    if (member.isEmpty()) {
      return "redirect:/login";
    }
    model.addAttribute("orders", neighbours.ordersOf(member.get().id()));
    return "orders";
  }
}
