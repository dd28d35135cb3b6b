package io.opencop.bench.drive;

import io.opencop.model.Signal;
import java.io.IOException;

/** One connection to the receiver. Requests may be sent ahead; answers come in the same order. */
interface Link extends AutoCloseable {
  /** Sends one export request; the bytes may be overwritten afterwards. */
  void send(Signal signal, byte[] request) throws IOException;

  /** Waits for the answer to the oldest request that has none. */
  Answer answer() throws IOException;

  @Override
  void close();
}
