package io.opencop.shop.launcher;

import java.io.IOException;
import java.net.URI;

/** The running services: which release of each, and how one takes the place of another. */
public interface Fleet extends AutoCloseable {

  /** Where a service is reached. */
  int port(Service service);

  Release release(Service service);

  /** Replaces what runs of a service, under load; returns when the new release serves. */
  void roll(Release release) throws IOException, InterruptedException;

  /** Where customers come in. */
  URI storefront();

  @Override
  void close();
}
