package io.opencop.shop.storefront;

import jakarta.servlet.http.HttpSession;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/** Pages anyone may see. */
@Controller
class BrowseController {
  private final Neighbours neighbours;

  BrowseController(Neighbours neighbours) {
    this.neighbours = neighbours;
  }

  @GetMapping("/")
  String home(Model model, HttpSession session) {
    model.addAttribute("cartSize", Visit.cart(session).size());
    model.addAttribute("categories", neighbours.categories());
    Visit.member(session)
        .flatMap(member -> neighbours.ordersOf(member.id()).stream().findFirst())
        .ifPresent(order -> model.addAttribute("lastOrder", order));
    return "home";
  }

  @GetMapping("/categories/{id}")
  String category(@PathVariable int id, Model model) {
    model.addAttribute("listings", neighbours.inCategory(id));
    return "listing";
  }

  @GetMapping("/search")
  String search(@RequestParam String q, Model model) {
    model.addAttribute("words", q);
    model.addAttribute("listings", neighbours.search(q));
    return "listing";
  }

  @GetMapping("/products/{id}")
  String product(@PathVariable long id, Model model) {
    model.addAttribute("page", neighbours.product(id));
    model.addAttribute("stock", neighbours.stock(id));
    return "product";
  }
}
