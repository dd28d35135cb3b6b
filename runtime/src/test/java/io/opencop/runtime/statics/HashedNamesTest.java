package io.opencop.runtime.statics;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HashedNamesTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "assets/index-DiwrgTda.js",
        "assets/index-BX2k9fQz.css",
        "main.4f3c2a1b.chunk.js",
        "static/js/main.4f3c2a1b.js",
        "_next/static/chunks/main-0a1b2c3d4e5f6071.js",
        "main-ABCDEFGH.js",
        "logo-h4x0r_z-.svg"
      })
  void aBuildsHash(String name) {
    assertThat(HashedNames.is(name)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "index.html",
        "jquery-3.7.1.min.js",
        "my-component.js",
        "jquery-validate.js",
        "report-20261122.pdf",
        "menu-Carousel.js",
        "service-worker.js",
        "deadbeef.js",
        "x-deadbeef.js"
      })
  void noHash(String name) {
    assertThat(HashedNames.is(name)).isFalse();
  }
}
