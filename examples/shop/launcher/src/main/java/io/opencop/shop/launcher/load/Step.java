package io.opencop.shop.launcher.load;

/** One request of a virtual user. Body is an HTML form's, null for GET. */
record Step(String path, String form) {
  static Step get(String path) {
    return new Step(path, null);
  }

  static Step post(String path, String form) {
    return new Step(path, form);
  }
}
