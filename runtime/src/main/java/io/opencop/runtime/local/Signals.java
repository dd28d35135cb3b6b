package io.opencop.runtime.local;

import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandle;

/** kill(2), which the JDK has for single processes only: an instance is a process group. */
final class Signals {
  static final int TERM = 15;
  static final int KILL = 9;

  private static final MethodHandle KILL_2 =
      Linker.nativeLinker()
          .downcallHandle(
              Linker.nativeLinker().defaultLookup().findOrThrow("kill"),
              FunctionDescriptor.of(
                  ValueLayout.JAVA_INT, ValueLayout.JAVA_INT, ValueLayout.JAVA_INT));

  private Signals() {}

  /**
   * Sends a signal to every process of a group.
   *
   * @param group id of its first process
   * @return whether there was one that could be reached
   */
  static boolean toGroup(long group, int signal) {
    if (group <= 1) {
      throw new IllegalArgumentException("not the group of an instance: " + group);
    }
    try {
      return (int) KILL_2.invokeExact((int) -group, signal) == 0;
    } catch (Throwable e) {
      throw new IllegalStateException("kill(2)", e);
    }
  }
}
