package io.opencop.server.apps.keep;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** Of texts and files, one after the other. */
final class Digest {
  private final MessageDigest sha;

  Digest() {
    try {
      sha = MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e); // every JDK has it
    }
  }

  Digest text(String text) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    sha.update(ByteBuffer.allocate(Integer.BYTES).putInt(bytes.length).flip());
    sha.update(bytes);
    return this;
  }

  /** By name, size and time: a file that was replaced has others, and no jar need be read. */
  void file(Path file) {
    text(file.toString());
    try {
      BasicFileAttributes at = Files.readAttributes(file, BasicFileAttributes.class);
      text(at.size() + " " + at.lastModifiedTime().toMillis());
    } catch (IOException e) {
      text("none");
    }
  }

  String end() {
    return HexFormat.of().formatHex(sha.digest());
  }
}
