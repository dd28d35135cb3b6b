package io.opencop.telemetry.ingest;

import io.opencop.telemetry.columns.Dictionary;
import io.opencop.telemetry.columns.StringColumn;
import java.util.HashMap;
import java.util.Map;

/**
 * A text column that lets no secret in. A text is looked at once, when the dictionary first meets
 * it; what must not be stored is redirected to the code of its clean form, and since files hold
 * only the texts that rows refer to, the secret never reaches the disk.
 */
final class TextColumn {
  private final StringColumn column;
  private final Dictionary dictionary;
  private final Redactor redactor;
  private final boolean secret;
  private Map<Integer, Integer> redirects;

  TextColumn(String name, String key, Redactor redactor) {
    column = new StringColumn(name);
    dictionary = column.dictionary();
    this.redactor = redactor;
    secret = redactor.secretKey(key);
  }

  StringColumn column() {
    return column;
  }

  Dictionary dictionary() {
    return dictionary;
  }

  int set(int row, byte[] b, int off, int len) {
    int code = code(b, off, len);
    column.set(row, code);
    return code;
  }

  void set(int row, int code) {
    column.set(row, code);
  }

  int code(byte[] b, int off, int len) {
    int before = dictionary.size();
    int code = dictionary.code(b, off, len);
    if (dictionary.size() > before) {
      byte[] clean = secret ? redactor.mask() : redactor.redact(b, off, len);
      if (clean != null) {
        if (redirects == null) {
          redirects = new HashMap<>();
        }
        int cleanCode = dictionary.code(clean, 0, clean.length);
        redirects.put(code, cleanCode);
      }
    }
    return redirects == null ? code : redirects.getOrDefault(code, code);
  }
}
