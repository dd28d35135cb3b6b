package io.opencop.shop.storefront;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import org.junit.jupiter.api.Test;

class CartTest {
  @Test
  void addsUpToNineOfAProduct() {
    Cart cart = new Cart();
    cart.add(7, 2);
    cart.add(3, 1);
    cart.add(7, 8);

    assertThat(cart.items()).containsExactly(new Cart.Item(7, 9), new Cart.Item(3, 1));
  }

  @Test
  void survivesBeingWrittenAndRead() throws Exception {
    Cart cart = new Cart();
    cart.add(7, 2);
    var bytes = new ByteArrayOutputStream();
    try (var out = new ObjectOutputStream(bytes)) {
      out.writeObject(cart);
    }
    try (var in = new ObjectInputStream(new ByteArrayInputStream(bytes.toByteArray()))) {
      assertThat(((Cart) in.readObject()).items()).containsExactly(new Cart.Item(7, 2));
    }
  }
}
