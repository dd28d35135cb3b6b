package io.opencop.bench.sessions;

import java.util.Map;

/** One application with its sessions kept somewhere, running. */
interface Side extends AutoCloseable {
  int port();

  /** The processes whose CPU a request costs, by a name for people. */
  Map<String, ProcessHandle> processes();

  @Override
  void close();
}
