package io.opencop.server.apps;

import io.opencop.model.app.EnvValue;
import io.opencop.model.message.CopException;
import io.opencop.runtime.disk.Durable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;

/**
 * What apps must know and nobody else: a folder per secret, a file per key, which only this user
 * may read. A value leaves it only into an instance that asks for it by its manifest.
 */
public final class Secrets {
  /** As manifests name them; neither can name another place. */
  private static final Pattern NAME = Pattern.compile("[a-z0-9]([-a-z0-9]{0,61}[a-z0-9])?");

  private static final Pattern KEY = Pattern.compile("[-_A-Za-z0-9][-._A-Za-z0-9]{0,252}");
  private static final int MOST_BYTES = 1 << 20;

  private final Path folder;

  public Secrets(Path folder) {
    this.folder = folder;
    try {
      Durable.privateFolder(folder);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot use " + folder, e);
    }
  }

  /** Sets a value. On disk when it returns; instances that start from now on get it. */
  public void set(String secret, String key, byte[] value) {
    Path file = file(secret, key);
    if (value.length > MOST_BYTES) {
      throw new CopException(
          HostMessage.SECRET_TOO_LARGE.with("secret", secret, "key", key, "most", MOST_BYTES));
    }
    try {
      Durable.privateFolder(file.getParent());
      Durable.writePrivate(file, value);
      Durable.force(folder);
    } catch (IOException e) {
      throw new UncheckedIOException("the secret could not be written", e);
    }
  }

  /** Forgets a key, or with an empty one all of the secret; whether there was any. */
  public boolean delete(String secret, String key) {
    Path file = key.isEmpty() ? file(secret, "x").getParent() : file(secret, key);
    if (!Files.exists(file)) {
      return false;
    }
    try {
      Durable.delete(file);
      return true;
    } catch (IOException e) {
      throw new UncheckedIOException("the secret could not be deleted", e);
    }
  }

  /** The keys of every secret; values are never listed. */
  public Map<String, List<String>> list() {
    Map<String, List<String>> all = new TreeMap<>();
    try (DirectoryStream<Path> secrets = Files.newDirectoryStream(folder, Files::isDirectory)) {
      for (Path secret : secrets) {
        List<String> keys = new ArrayList<>();
        try (DirectoryStream<Path> files = Files.newDirectoryStream(secret, Files::isRegularFile)) {
          files.forEach(f -> keys.add(f.getFileName().toString()));
        }
        all.put(secret.getFileName().toString(), keys.stream().sorted().toList());
      }
    } catch (IOException e) {
      throw new UncheckedIOException("the secrets cannot be read", e);
    }
    return all;
  }

  boolean has(EnvValue.Secret wanted) {
    return Files.isRegularFile(file(wanted.name(), wanted.key()));
  }

  /**
   * What stands in the variable: the value itself, or the path of a file with it.
   *
   * @param own the instance's own folder for secrets
   */
  String resolve(EnvValue.Secret wanted, Path own) throws IOException {
    byte[] value;
    try {
      value = Files.readAllBytes(file(wanted.name(), wanted.key()));
    } catch (NoSuchFileException e) {
      throw new IOException("there is no secret " + wanted.name() + "/" + wanted.key(), e);
    }
    if (!wanted.asFile()) {
      return new String(value, StandardCharsets.UTF_8);
    }
    Path copy = own.resolve(wanted.name() + "." + wanted.key());
    Durable.privateFolder(own);
    Durable.writePrivate(copy, value);
    return copy.toString();
  }

  private Path file(String secret, String key) {
    if (!NAME.matcher(secret).matches() || !KEY.matcher(key).matches()) {
      throw new CopException(HostMessage.BAD_SECRET_NAME.with("secret", secret, "key", key));
    }
    return folder.resolve(secret).resolve(key);
  }
}
