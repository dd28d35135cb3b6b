package io.opencop.shop.storefront;

import jakarta.servlet.http.HttpSession;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

@Controller
class CartController {
  private static final Logger log = LoggerFactory.getLogger(CartController.class);

  /** A line of the cart page; price in won. */
  public record Line(Shop.Product product, int quantity) {
    public int price() {
      return product.price() * quantity;
    }
  }

  private final Neighbours neighbours;

  CartController(Neighbours neighbours) {
    this.neighbours = neighbours;
  }

  @PostMapping("/cart")
  String add(
      @RequestParam long productId,
      @RequestParam(defaultValue = "1") int quantity,
      HttpSession session) {
    Visit.cart(session).add(productId, Math.max(1, quantity));
    log.info("장바구니 담기: 상품 {} 수량 {}", productId, quantity);
    return "redirect:/cart";
  }

  @GetMapping("/cart")
  String show(Model model, HttpSession session) {
    List<Line> lines = lines(Visit.cart(session).items());
    model.addAttribute("lines", lines);
    model.addAttribute("total", lines.stream().mapToInt(Line::price).sum());
    return "cart";
  }

  private List<Line> lines(List<Cart.Item> items) {
    if (items.isEmpty()) {
      return List.of();
    }
    Map<Long, Integer> quantities =
        items.stream().collect(Collectors.toMap(Cart.Item::productId, Cart.Item::quantity));
    return neighbours.products(List.copyOf(quantities.keySet())).stream()
        .map(product -> new Line(product, quantities.get(product.id())))
        .toList();
  }
}
