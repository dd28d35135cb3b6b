package io.opencop.telemetry.ingest;

import io.opencop.telemetry.otlp.AnyValues;
import io.opencop.telemetry.otlp.Attributes;
import io.opencop.telemetry.otlp.JsonText;
import io.opencop.telemetry.otlp.ValueKind;
import java.nio.charset.StandardCharsets;

/** Attributes as JSON text, without their secrets. One per table: not thread-safe. */
final class AttributeJson {
  private final AnyValues values = new AnyValues();
  private final JsonText nested = new JsonText();
  private final Redactor redactor;

  AttributeJson(Redactor redactor) {
    this.redactor = redactor;
  }

  /** A whole object. */
  void object(Attributes a, JsonText out) {
    out.raw('{');
    for (int i = 0; i < a.size(); i++) {
      String key = new String(a.buf(), a.keyOff(i), a.keyLen(i), StandardCharsets.UTF_8);
      member(a, i, redactor.secretKey(key), out);
    }
    out.raw('}');
  }

  /** One member, after a comma where one is needed. */
  void member(Attributes a, int i, boolean secret, JsonText out) {
    byte[] b = a.buf();
    Json.comma(out).string(b, a.keyOff(i), a.keyLen(i)).raw(':');
    byte kind = a.kind(i);
    if (secret) {
      Json.text(out, redactor.mask());
    } else if (kind == ValueKind.STRING) {
      string(b, a.valueOff(i), a.valueLen(i), out);
    } else if (kind == ValueKind.EMPTY || ValueKind.inPlace(kind)) {
      values.json(out, a, i);
    } else {
      nested(kind, b, a.valueOff(i), a.valueLen(i), out);
    }
  }

  /** A quoted string. */
  void string(byte[] b, int off, int len, JsonText out) {
    byte[] clean = redactor.redact(b, off, len);
    if (clean == null) {
      out.string(b, off, len);
    } else {
      Json.text(out, clean);
    }
  }

  /** An array, a map or bytes; redacted whole where anything in it would be. */
  void nested(byte kind, byte[] b, int off, int len, JsonText out) {
    nested.clear();
    values.json(nested, kind, b, off, len, 0);
    if (redactor.redact(nested.buf(), 0, nested.size()) == null) {
      values.json(out, kind, b, off, len, 0);
    } else {
      Json.text(out, Redactor.MASK);
    }
  }
}
