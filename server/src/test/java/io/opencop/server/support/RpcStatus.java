package io.opencop.server.support;

import com.google.protobuf.Any;
import com.google.protobuf.ByteString;
import com.google.protobuf.InvalidProtocolBufferException;
import com.google.protobuf.UnknownFieldSet;
import java.time.Duration;
import java.util.List;

/**
 * google.rpc.Status, read by field number with the protobuf library.
 *
 * @param retryDelay of its RetryInfo; null where it has no details
 */
public record RpcStatus(int code, String message, Duration retryDelay) {
  public static RpcStatus parse(byte[] bytes) throws InvalidProtocolBufferException {
    UnknownFieldSet status = UnknownFieldSet.parseFrom(bytes);
    List<ByteString> details = status.getField(3).getLengthDelimitedList();
    Duration delay = null;
    if (!details.isEmpty()) {
      Any any = Any.parseFrom(details.getFirst());
      if (!any.getTypeUrl().equals("type.googleapis.com/google.rpc.RetryInfo")) {
        throw new AssertionError(any.getTypeUrl());
      }
      com.google.protobuf.Duration retry =
          com.google.protobuf.Duration.parseFrom(
              UnknownFieldSet.parseFrom(any.getValue())
                  .getField(1)
                  .getLengthDelimitedList()
                  .getFirst());
      delay = Duration.ofSeconds(retry.getSeconds(), retry.getNanos());
    }
    return new RpcStatus(
        status.getField(1).getVarintList().getFirst().intValue(),
        status.getField(2).getLengthDelimitedList().getFirst().toStringUtf8(),
        delay);
  }
}
