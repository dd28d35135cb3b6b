package io.opencop.sessions.manager;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InvalidClassException;
import java.io.NotSerializableException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.io.ObjectStreamClass;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;

/**
 * Attributes to bytes and back: text as UTF-8, everything else by Java serialisation, which is what
 * the servlet specification promises applications.
 */
public final class AttributeCodec {
  private static final byte TEXT = 'T';
  private static final byte JAVA = 'J';

  private static final Set<Class<?>> UNCHANGING =
      Set.of(
          String.class,
          Boolean.class,
          Byte.class,
          Character.class,
          Short.class,
          Integer.class,
          Long.class,
          Float.class,
          Double.class,
          BigInteger.class,
          BigDecimal.class,
          UUID.class,
          URI.class,
          Locale.class);

  private final ClassFilter filter;
  private final Supplier<ClassLoader> loader;
  private final int limit;
  private final Map<String, Found> found = new ConcurrentHashMap<>();

  /**
   * @param loader of the application's classes
   * @param limit bytes of one attribute
   */
  public AttributeCodec(ClassFilter filter, Supplier<ClassLoader> loader, int limit) {
    this.filter = filter;
    this.loader = loader;
    this.limit = limit;
  }

  /** Whether a value of this kind stays what it is, so that nobody has to look whether it did. */
  public static boolean unchanging(Object value) {
    return UNCHANGING.contains(value.getClass())
        || value instanceof Enum<?>
        || value.getClass().getPackageName().equals("java.time");
  }

  /**
   * @throws AttributeException where it cannot be stored, naming key and class
   */
  public byte[] encode(String key, Object value) {
    BoundedBytes bytes = new BoundedBytes(limit);
    if (value instanceof String text) {
      byte[] utf8 = text.getBytes(StandardCharsets.UTF_8);
      // Half of a surrogate pair does not survive UTF-8; Java's own form keeps it.
      if (new String(utf8, StandardCharsets.UTF_8).equals(text)) {
        bytes.write(TEXT);
        bytes.write(utf8, 0, utf8.length);
        return whole(bytes, key, value);
      }
    }
    bytes.write(JAVA);
    try (Writer out = new Writer(bytes, key)) {
      out.writeObject(value);
    } catch (NotSerializableException e) {
      throw new AttributeException(
          SessionMessage.NOT_SERIALISABLE, e, key, value.getClass().getName(), e.getMessage());
    } catch (IOException | RuntimeException e) {
      if (e instanceof AttributeException named) {
        throw named;
      }
      throw new AttributeException(SessionMessage.UNREADABLE, e, key, e.toString());
    }
    return whole(bytes, key, value);
  }

  private byte[] whole(BoundedBytes bytes, String key, Object value) {
    if (bytes.total() > limit) {
      throw new AttributeException(
          SessionMessage.TOO_LARGE, null, key, value.getClass().getName(), bytes.total(), limit);
    }
    return bytes.toByteArray();
  }

  /**
   * @throws AttributeException where it may not or cannot be read, naming key and class
   */
  public Object decode(String key, byte[] bytes) {
    if (bytes.length > 0 && bytes[0] == TEXT) {
      return new String(bytes, 1, bytes.length - 1, StandardCharsets.UTF_8);
    }
    if (bytes.length == 0 || bytes[0] != JAVA) {
      throw new AttributeException(SessionMessage.UNREADABLE, null, key, "unknown form");
    }
    ClassFilter.Watch watch = filter.new Watch(Math.max(limit, bytes.length));
    try (ObjectInputStream in =
        new Reader(new ByteArrayInputStream(bytes, 1, bytes.length - 1), watch)) {
      return in.readObject();
    } catch (InvalidClassException e) {
      if (watch.refused() != null) {
        throw new AttributeException(SessionMessage.NOT_ALLOWED, e, key, watch.refused().getName());
      }
      throw new AttributeException(SessionMessage.UNREADABLE, e, key, e.toString());
    } catch (IOException | ClassNotFoundException | RuntimeException e) {
      throw new AttributeException(SessionMessage.UNREADABLE, e, key, e.toString());
    }
  }

  /** A class loader takes locks and looks through jars; names that were found are remembered. */
  private Class<?> find(String name) throws ClassNotFoundException {
    ClassLoader now = loader.get();
    Found known = found.get(name);
    if (known == null || !known.from().equals(now)) {
      known = new Found(now, Class.forName(name, false, now));
      found.put(name, known);
    }
    return known.type();
  }

  private record Found(ClassLoader from, Class<?> type) {}

  /** Writes only what may be read back. */
  private final class Writer extends ObjectOutputStream {
    private final String key;

    Writer(BoundedBytes out, String key) throws IOException {
      super(out);
      this.key = key;
    }

    @Override
    protected void annotateClass(Class<?> type) {
      if (!filter.allows(type)) {
        throw new AttributeException(SessionMessage.NOT_ALLOWED, null, key, type.getName());
      }
    }

    @Override
    protected void annotateProxyClass(Class<?> type) {
      throw new AttributeException(SessionMessage.NOT_ALLOWED, null, key, type.getName());
    }
  }

  /** Finds the application's classes; never runs their initialisers while looking. */
  private final class Reader extends ObjectInputStream {
    Reader(ByteArrayInputStream in, ClassFilter.Watch watch) throws IOException {
      super(in);
      setObjectInputFilter(watch);
    }

    @Override
    protected Class<?> resolveClass(ObjectStreamClass description)
        throws IOException, ClassNotFoundException {
      try {
        return find(description.getName());
      } catch (ClassNotFoundException e) {
        // Primitive types are known to the JDK only.
        return super.resolveClass(description);
      }
    }

    @Override
    protected Class<?> resolveProxyClass(String[] interfaces) throws InvalidClassException {
      throw new InvalidClassException(String.join(",", interfaces), "proxies are not read");
    }
  }
}
