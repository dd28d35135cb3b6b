package io.opencop.server.config;

import java.nio.file.Path;

/** Where a value came from; later ones beat earlier ones. */
public sealed interface Origin {
  /** What we chose. */
  record Default() implements Origin {
    @Override
    public String toString() {
      return "default";
    }
  }

  /** A line of the configuration file, counted from 1. */
  record Line(Path file, int number) implements Origin {
    @Override
    public String toString() {
      return file + ":" + number;
    }
  }

  /** A variable of the environment. */
  record Variable(String name) implements Origin {
    @Override
    public String toString() {
      return "$" + name;
    }
  }

  /** A flag as typed, without the value. */
  record Flag(String name) implements Origin {
    @Override
    public String toString() {
      return name;
    }
  }
}
