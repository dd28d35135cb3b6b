package io.opencop.telemetry.otlp;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.protobuf.ByteString;
import com.google.protobuf.InvalidProtocolBufferException;
import io.opentelemetry.proto.common.v1.InstrumentationScope;
import io.opentelemetry.proto.resource.v1.Resource;

/** Resource and scope as the views see them, held against the raw bytes the handler got. */
final class Heads {
  private Heads() {}

  static Resource resource(byte[] b, int off, int len, OtlpLimits limits, ReadCounters counters) {
    ResourceView view = new ResourceView(limits, counters);
    view.read(b, off, len);
    Resource seen =
        Resource.newBuilder()
            .addAllAttributes(Rebuild.attributes(view.attributes()))
            .setDroppedAttributesCount((int) view.droppedAttributes())
            .build();
    try {
      Resource raw = Resource.parseFrom(ByteString.copyFrom(b, off, len));
      assertThat(Expect.plain(seen))
          .isEqualTo(Expect.plain(raw.toBuilder().clearEntityRefs().build()));
      return raw;
    } catch (InvalidProtocolBufferException e) {
      throw new IllegalArgumentException(e);
    }
  }

  static InstrumentationScope scope(
      byte[] b, int off, int len, OtlpLimits limits, ReadCounters counters) {
    ScopeView view = new ScopeView(limits, counters);
    view.read(b, off, len);
    return InstrumentationScope.newBuilder()
        .setName(Rebuild.text(view.buf(), view.nameOff(), view.nameLen()))
        .setVersion(Rebuild.text(view.buf(), view.versionOff(), view.versionLen()))
        .addAllAttributes(Rebuild.attributes(view.attributes()))
        .setDroppedAttributesCount((int) view.droppedAttributes())
        .build();
  }
}
