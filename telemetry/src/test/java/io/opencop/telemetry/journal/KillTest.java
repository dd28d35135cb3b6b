package io.opencop.telemetry.journal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** kill -9 of a real process under load, again and again on one folder. */
class KillTest {
  private static final int SENDERS = 4;
  @TempDir Path dir;

  /** Appends from several threads and prints each request when it was acknowledged. */
  static final class Sender {
    public static void main(String[] args) throws Exception {
      int first = Integer.parseInt(args[1]);
      try (Journal journal = Journals.open(Path.of(args[0]))) {
        List<Thread> threads = new ArrayList<>();
        for (int t = 0; t < SENDERS; t++) {
          int from = first + t;
          threads.add(Thread.ofPlatform().start(() -> send(journal, from)));
        }
        for (Delivery d = journal.deliveries().take(); d != null; d = journal.deliveries().take()) {
          if (d instanceof Delivery.Frame f && f.sequence() % 500 == 0) {
            Thread.ofVirtual().start(journal::roll);
          }
        }
        for (Thread t : threads) {
          t.join();
        }
      }
    }

    private static void send(Journal journal, int from) {
      for (int id = from; ; id += SENDERS) {
        journal.append(FrameKind.LOGS, payload(id), 1, Journals.now()).join();
        synchronized (System.out) {
          System.out.println(id);
          System.out.flush();
        }
      }
    }
  }

  @Test
  void losesNothingThatWasAcknowledged() throws Exception {
    Random random = new Random(7);
    List<Integer> acknowledged = new ArrayList<>();
    for (int round = 0; round < 5; round++) {
      Process child = ChildJvm.start(Sender.class, dir.toString(), "" + round * 10_000_000);
      try (BufferedReader out =
          new BufferedReader(
              new InputStreamReader(child.getInputStream(), StandardCharsets.UTF_8))) {
        int before = 100 + random.nextInt(1500);
        String line = out.readLine();
        for (int i = 0; line != null; i++) {
          acknowledged.add(Integer.parseInt(line));
          if (i == before) {
            child.destroyForcibly();
          }
          line = out.readLine();
        }
      } catch (IOException e) {
        // the pipe of a killed process
      } catch (NumberFormatException e) {
        // its last line was cut
      } finally {
        child.destroyForcibly().waitFor();
      }
      List<Integer> replayed = replay();
      assertThat(replayed).doesNotHaveDuplicates().containsAll(acknowledged);
      for (int sender = 0; sender < SENDERS; sender++) {
        int s = sender;
        assertThat(replayed.stream().filter(id -> id % SENDERS == s).toList()).isSorted();
      }
    }
    assertThat(acknowledged).hasSizeGreaterThan(500);
  }

  private List<Integer> replay() throws IOException {
    List<Integer> ids = new ArrayList<>();
    Journal.open(
            dir,
            Journals.options().withDisk(0, Duration.ofSeconds(1)),
            new RealFileLayer(),
            0,
            d -> {
              if (d instanceof Delivery.Frame f) {
                int id = ByteBuffer.wrap(f.payload()).getInt();
                assertThat(f.payload()).isEqualTo(payload(id));
                ids.add(id);
              }
            })
        .close();
    return ids;
  }

  private static byte[] payload(int id) {
    byte[] bytes = new byte[100 + id % 5000];
    for (int i = 4; i < bytes.length; i++) {
      bytes[i] = (byte) (id * 31 + i * i);
    }
    return ByteBuffer.wrap(bytes).putInt(0, id).array();
  }
}
