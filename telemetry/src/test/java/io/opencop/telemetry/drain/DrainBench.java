package io.opencop.telemetry.drain;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * What a line costs, and which templates come out: {@code java -cp … DrainBench file [print]}. A
 * line of the file is service, tab, text.
 */
public final class DrainBench {
  private DrainBench() {}

  public static void main(String[] args) throws IOException {
    List<String> services = new ArrayList<>();
    List<byte[]> lines = new ArrayList<>();
    long bytes = 0;
    for (String line : Files.readAllLines(Path.of(args[0]))) {
      int tab = line.indexOf('\t');
      services.add(line.substring(0, tab));
      lines.add(line.substring(tab + 1).replace("\\n", "\n").getBytes(StandardCharsets.UTF_8));
      bytes += lines.getLast().length;
    }
    if (args.length > 1) {
      print(services, lines);
    }
    for (int round = 0; round < 10; round++) {
      Drain drain = new Drain();
      long start = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
      long sum = 0;
      for (int i = 0; i < lines.size(); i++) {
        sum += drain.add(services.get(i), lines.get(i), 0, lines.get(i).length).id();
      }
      double ns = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() - start;
      System.out.printf(
          Locale.ROOT,
          "%d lines of %d B: %.0f ns a line, %d folded (%d)%n",
          lines.size(),
          bytes / lines.size(),
          ns / lines.size(),
          drain.folded(),
          sum & 1);
    }
  }

  private static void print(List<String> services, List<byte[]> lines) {
    Drain drain = new Drain();
    Map<Template, Integer> counts = new HashMap<>();
    for (int i = 0; i < lines.size(); i++) {
      counts.merge(
          drain.add(services.get(i), lines.get(i), 0, lines.get(i).length), 1, Integer::sum);
    }
    Map<Template, Integer> current = new HashMap<>();
    counts.forEach((t, n) -> current.merge(t.current(), n, Integer::sum));
    current.entrySet().stream()
        .sorted((a, b) -> Long.compare(a.getKey().id(), b.getKey().id()))
        .forEach(e ->
            System.out.printf(
                "%7d %s | %s%n", e.getValue(), e.getKey().service(), e.getKey().text()));
    System.out.println(counts.size() + " templates given, " + current.size() + " left");
  }
}
