package io.opencop.telemetry.otlp;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;

/** Reads all there is to read, and holds it to its promise: good UTF-8, good JSON. */
class Touch implements OtlpHandler {
  private static final ObjectMapper MAPPER = new ObjectMapper();

  final OtlpLimits limits = OtlpLimits.DEFAULT;
  final ReadCounters counters = new ReadCounters();
  final AnyValues values = new AnyValues();
  private final JsonText json = new JsonText();

  @Override
  public void resource(byte[] buf, int off, int len, int urlOff, int urlLen) {
    text(buf, urlOff, urlLen);
    ResourceView view = new ResourceView(limits, counters);
    view.read(buf, off, len);
    attributes(view.attributes());
  }

  @Override
  public void scope(byte[] buf, int off, int len, int urlOff, int urlLen) {
    text(buf, urlOff, urlLen);
    ScopeView view = new ScopeView(limits, counters);
    view.read(buf, off, len);
    text(view.buf(), view.nameOff(), view.nameLen());
    text(view.buf(), view.versionOff(), view.versionLen());
    attributes(view.attributes());
  }

  final void attributes(Attributes a) {
    for (int i = 0; i < a.size(); i++) {
      text(a.buf(), a.keyOff(i), a.keyLen(i));
      if (a.kind(i) == ValueKind.STRING) {
        text(a.buf(), a.valueOff(i), a.valueLen(i));
      }
    }
    json.clear();
    values.json(json, a);
    sameAsText(values.map(a), json);
  }

  final void body(LogView log) {
    json.clear();
    values.bodyJson(json, log);
    sameAsText(values.body(log), json);
  }

  private static void sameAsText(Object object, JsonText json) {
    try {
      Object read = MAPPER.readValue(json.toString(), Object.class);
      // Through JSON both ways, since a JSON reader makes small numbers Integers.
      String theirs = MAPPER.writeValueAsString(read);
      String ours = MAPPER.writeValueAsString(object);
      if (!theirs.equals(ours)) {
        throw new AssertionError(ours + " but as text " + json);
      }
    } catch (JsonProcessingException e) {
      throw new AssertionError("not JSON: " + json, e);
    }
  }

  static void text(byte[] b, int off, int len) {
    try {
      StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(b, off, len));
    } catch (CharacterCodingException e) {
      throw new AssertionError("not UTF-8", e);
    }
  }
}
