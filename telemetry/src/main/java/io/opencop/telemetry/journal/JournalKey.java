package io.opencop.telemetry.journal;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.HexFormat;
import javax.crypto.KDF;
import javax.crypto.SecretKey;
import javax.crypto.spec.HKDFParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/** The secret that payloads at rest are encrypted under; every use of it derives its own key. */
public final class JournalKey {
  private static final int BYTES = 32;

  private final SecretKey master;

  /**
   * @param secret 32 random bytes
   */
  public JournalKey(byte[] secret) {
    if (secret.length != BYTES) {
      throw new IllegalArgumentException(
          "a journal key has " + BYTES + " bytes, not " + secret.length);
    }
    master = new SecretKeySpec(secret, "HKDF");
  }

  /**
   * Reads the key file (64 hex digits), or writes a new one, readable by its owner only.
   *
   * @throws IOException where the file cannot be read or written, or holds no key
   */
  public static JournalKey loadOrCreate(Path file) throws IOException {
    if (!Files.exists(file)) {
      create(file);
    }
    String text = Files.readString(file).strip();
    try {
      return new JournalKey(HexFormat.of().parseHex(text));
    } catch (IllegalArgumentException e) {
      throw new IOException(
          "The key file " + file + " does not hold 64 hex digits; restore it from a backup.", e);
    }
  }

  /** On disk, name and all, before the first frame is encrypted: a lost key is lost data. */
  private static void create(Path file) throws IOException {
    byte[] secret = new byte[BYTES];
    new SecureRandom().nextBytes(secret);
    boolean posix = FileSystems.getDefault().supportedFileAttributeViews().contains("posix");
    FileAttribute<?>[] ownerOnly =
        posix
            ? new FileAttribute<?>[] {
              PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))
            }
            : new FileAttribute<?>[0];
    Path target = file.toAbsolutePath();
    Path tmp = target.resolveSibling(target.getFileName() + JournalFiles.TEMPORARY);
    Files.deleteIfExists(tmp);
    Files.createFile(tmp, ownerOnly);
    Files.writeString(
        tmp,
        HexFormat.of().formatHex(secret) + "\n",
        StandardOpenOption.WRITE,
        StandardOpenOption.SYNC);
    RealFileLayer layer = new RealFileLayer();
    layer.replace(tmp, target);
    layer.syncDirectory(target.getParent());
  }

  /** The key of the files that carry this salt. */
  SecretKey payloadKey(byte[] salt) {
    return new SecretKeySpec(derive(salt, "opencop journal payload", 32), "AES");
  }

  /** Says which key a file needs, and nothing about the key. */
  long id() {
    return ByteBuffer.wrap(derive(new byte[0], "opencop journal key id", 8)).getLong();
  }

  /** The seed of the content hash: the same after a restart, unknown outside. */
  long hashSeed() {
    return ByteBuffer.wrap(derive(new byte[0], "opencop journal content hash", 8)).getLong();
  }

  private byte[] derive(byte[] salt, String purpose, int length) {
    try {
      return KDF.getInstance("HKDF-SHA256")
          .deriveData(
              HKDFParameterSpec.ofExtract()
                  .addIKM(master)
                  .addSalt(salt)
                  .thenExpand(purpose.getBytes(StandardCharsets.US_ASCII), length));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("this JDK has no HKDF-SHA256", e);
    }
  }
}
