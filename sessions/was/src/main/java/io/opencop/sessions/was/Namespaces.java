package io.opencop.sessions.was;

import java.nio.charset.StandardCharsets;

/**
 * Which servlet packages classes name. A class has the names it uses as plain text in its constant
 * pool, so there is no need to understand it.
 */
final class Namespaces {
  static final String JAVAX = "javax.servlet";
  static final String JAKARTA = "jakarta.servlet";

  private static final byte[] JAVAX_NAME = "javax/servlet/".getBytes(StandardCharsets.US_ASCII);
  private static final byte[] JAKARTA_NAME = "jakarta/servlet/".getBytes(StandardCharsets.US_ASCII);

  private boolean javax;
  private boolean jakarta;

  void look(byte[] classFile) {
    javax |= contains(classFile, JAVAX_NAME);
    jakarta |= contains(classFile, JAKARTA_NAME);
  }

  boolean both() {
    return javax && jakarta;
  }

  /** The one they name; null where they name none, or both. */
  String only() {
    if (javax == jakarta) {
      return null;
    }
    return javax ? JAVAX : JAKARTA;
  }

  private static boolean contains(byte[] bytes, byte[] name) {
    int last = bytes.length - name.length;
    for (int i = 0; i <= last; i++) {
      int j = 0;
      while (j < name.length && bytes[i + j] == name[j]) {
        j++;
      }
      if (j == name.length) {
        return true;
      }
    }
    return false;
  }
}
