package io.opencop.bench;

import io.opencop.bench.report.Say;
import io.opencop.bench.target.BenchException;
import java.util.concurrent.Callable;

/** A benchmark. The value is the exit code: 1 where something is wrong, not where it is slow. */
abstract class BenchCommand implements Callable<Integer> {
  final Say say;

  BenchCommand(Say say) {
    this.say = say;
  }

  /** Runs it; the exit code is 0 where everything that was counted is right. */
  abstract boolean run() throws InterruptedException;

  @Override
  public final Integer call() {
    try {
      return run() ? 0 : 1;
    } catch (BenchException e) {
      say.err().println(e.getMessage());
      return 1;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return 1;
    }
  }
}
