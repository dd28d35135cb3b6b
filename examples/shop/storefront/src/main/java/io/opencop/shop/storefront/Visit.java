package io.opencop.shop.storefront;

import jakarta.servlet.http.HttpSession;
import java.util.Optional;

/** What we keep in the HTTP session of a visitor. */
final class Visit {
  private static final String MEMBER = "member";
  private static final String CART = "cart";

  private Visit() {}

  static Optional<Member> member(HttpSession session) {
    return Optional.ofNullable((Member) session.getAttribute(MEMBER));
  }

  static void logIn(HttpSession session, Member member) {
    session.setAttribute(MEMBER, member);
  }

  static Cart cart(HttpSession session) {
    Cart cart = (Cart) session.getAttribute(CART);
    if (cart == null) {
      cart = new Cart();
    }
    // Set again even if it was there: a session kept elsewhere learns of changes only this way.
    session.setAttribute(CART, cart);
    return cart;
  }
}
