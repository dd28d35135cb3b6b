package io.opencop.server.otlp;

import io.opencop.model.Signal;
import io.opencop.server.config.ByteSize;
import io.opencop.telemetry.AppendException;
import io.opencop.telemetry.Receipt;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerRequest;
import java.util.concurrent.CompletionException;
import java.util.concurrent.atomic.AtomicBoolean;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One export request, whatever protocol it came by: the body is gathered on the event loop within
 * its bounds, unpacked on a worker, given to the store, and answered on the event loop when the
 * store has it on disk. It is answered exactly once, and gives back exactly the bytes it took.
 */
abstract class Exchange {
  private static final Logger LOG = LoggerFactory.getLogger(Exchange.class);

  final Receiver receiver;
  final HttpServerRequest request;
  final Signal signal;
  final Body body = new Body();

  private final Context context;
  private final long startedNanos = System.nanoTime();
  private final AtomicBoolean decided = new AtomicBoolean();
  private long taken;

  Exchange(Receiver receiver, HttpServerRequest request, Signal signal) {
    this.receiver = receiver;
    this.request = request;
    this.signal = signal;
    this.context = Vertx.currentContext();
  }

  /** Refuses what the headers already show to be wrong. */
  abstract void checkHeaders();

  /** Refuses what the bytes so far show to be wrong. */
  abstract void checkArrived();

  /** Most bytes the body may have on the wire. */
  abstract int wireLimit();

  /** The protobuf bytes of the export request. Runs on a worker. */
  abstract byte[] unpack(Inflate inflate);

  abstract void succeed(Receipt receipt);

  abstract void refuse(RefusedException refused);

  final long startedNanos() {
    return startedNanos;
  }

  final void start() {
    receiver.counters().arrived(signal);
    request.exceptionHandler(_ -> lost());
    try {
      receiver.tokens().check(request);
      checkHeaders();
      checkDeclaredLength();
    } catch (RefusedException e) {
      refuseEarly(e);
      return;
    }
    receiver.receiving().add(this);
    request.handler(this::arrive).endHandler(_ -> arrived());
    if ("100-continue".equalsIgnoreCase(request.getHeader("expect"))) {
      request.response().writeContinue();
    }
  }

  private void checkDeclaredLength() {
    String declared = request.getHeader("content-length");
    // At most 18 digits, so that it fits a long; the HTTP decoder has refused what is no number.
    if (declared != null && (declared.length() > 18 || Long.parseLong(declared) > wireLimit())) {
      throw tooLarge();
    }
  }

  private RefusedException tooLarge() {
    return new RefusedException(Refusal.TOO_LARGE, "the request is larger than " + limit());
  }

  /** The limit in a person's words. */
  final String limit() {
    return new ByteSize(receiver.maxBytes()).inWords();
  }

  private void arrive(Buffer chunk) {
    if (decided.get()) {
      return;
    }
    try {
      if ((long) body.length() + chunk.length() > wireLimit()) {
        throw tooLarge();
      }
      if (!receiver.budget().take(chunk.length())) {
        throw new RefusedException(
            Refusal.OVERLOADED, "the receiver holds as much as it may; send again later");
      }
      taken += chunk.length();
      body.add(chunk);
      checkArrived();
    } catch (RefusedException e) {
      refuseEarly(e);
    }
  }

  private void arrived() {
    receiver.receiving().remove(this);
    if (!decided.compareAndSet(false, true)) {
      return;
    }
    receiver.counters().bytes(signal, body.length());
    receiver.workers().execute(this::work);
  }

  private void work() {
    Inflate inflate = new Inflate(receiver.maxBytes(), receiver.budget());
    try {
      byte[] message = unpack(inflate);
      // What arrived is not needed any more: give it back before waiting for the disk.
      body.clear();
      receiver.budget().give(taken);
      taken = inflate.taken();
      var _ = receiver.store().append(signal, message).whenComplete(this::stored);
    } catch (RefusedException e) {
      taken += inflate.taken();
      receiver.counters().refused(signal, e.refusal());
      answer(() -> refuse(e));
    } catch (RuntimeException e) {
      taken += inflate.taken();
      answer(() -> refuse(unexpected(e)));
    }
  }

  private void stored(Receipt receipt, Throwable failure) {
    if (failure == null) {
      answer(() -> succeed(receipt));
      return;
    }
    Throwable cause = failure instanceof CompletionException ? failure.getCause() : failure;
    RefusedException refused =
        cause instanceof AppendException e ? RefusedException.of(e) : unexpected(cause);
    answer(() -> refuse(refused));
  }

  private RefusedException unexpected(Throwable e) {
    LOG.error("an export request of {} failed", signal, e);
    receiver.counters().refused(signal, Refusal.INTERNAL);
    return new RefusedException(Refusal.INTERNAL, "internal error; see the platform's log");
  }

  private void answer(Runnable how) {
    receiver.budget().give(taken);
    taken = 0;
    context.runOnContext(_ -> {
      if (!request.response().closed()) {
        how.run();
      }
    });
  }

  /** Refuses while the body may still be arriving; the protocol must end that in good manners. */
  private void refuseEarly(RefusedException e) {
    if (!decided.compareAndSet(false, true)) {
      return;
    }
    release();
    receiver.counters().refused(signal, e.refusal());
    refuse(e);
  }

  /** Called by the sweep, from another thread. */
  final void expire() {
    context.runOnContext(_ ->
        refuseEarly(new RefusedException(Refusal.TIMEOUT, "the request did not arrive in time")));
  }

  /** The peer has gone. */
  private void lost() {
    if (decided.compareAndSet(false, true)) {
      release();
    }
  }

  private void release() {
    receiver.receiving().remove(this);
    receiver.budget().give(taken);
    taken = 0;
    body.clear();
  }
}
