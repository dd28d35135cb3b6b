package io.opencop.sessions.manager.users;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.text.Normalizer;
import java.util.Arrays;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * The name a user has in figures and lists: a keyed hash, so that who reads the lists but not the
 * key can neither read a name nor try out names.
 */
public final class Pseudonyms {
  private static final String MAC = "HmacSHA256";
  private static final int BYTES = 12;

  private final byte[] key;

  private Pseudonyms(byte[] key) {
    this.key = key;
  }

  /** With a key of the operator's own. */
  public static Pseudonyms of(byte[] key) {
    return new Pseudonyms(key.clone());
  }

  /** With a key made of the grid's password: whoever may use the grid comes to the same one. */
  public static Pseudonyms ofPassword(String password) {
    return new Pseudonyms(
        mac(password.getBytes(StandardCharsets.UTF_8), "opencop user pseudonyms 1"));
  }

  /** 24 hexadecimal digits; empty for an empty name. */
  public String of(String name) {
    if (name.isEmpty()) {
      return "";
    }
    // The same name typed on another system may be composed of other characters.
    String one = Normalizer.normalize(name, Normalizer.Form.NFC);
    return HexFormat.of().formatHex(mac(key, one), 0, BYTES);
  }

  /** Whether a text has the form of a pseudonym. */
  public static boolean is(String text) {
    return text.matches("[0-9a-f]{24}");
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Pseudonyms o && MessageDigest.isEqual(key, o.key);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(key);
  }

  private static byte[] mac(byte[] key, String text) {
    try {
      Mac mac = Mac.getInstance(MAC);
      mac.init(new SecretKeySpec(key, MAC));
      return mac.doFinal(text.getBytes(StandardCharsets.UTF_8));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }
}
