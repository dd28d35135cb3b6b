package io.opencop.runtime.control.traffic;

import io.opencop.runtime.gateway.admin.AdminClient;
import io.opencop.runtime.gateway.admin.AdminNote;
import io.opencop.runtime.gateway.admin.AdminNotes;
import java.io.IOException;
import java.net.ConnectException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * All gateways that are alive: the one that serves, and those it has taken over from while they end
 * what they have in progress. Used by one thread, but for {@link #any}.
 */
final class Gateways implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Gateways.class);

  private final AdminNotes notes;
  private final Map<AdminNote, AdminClient> clients = new HashMap<>();
  private final Set<Long> told = new HashSet<>();

  Gateways(Path folder) {
    this.notes = new AdminNotes(folder);
  }

  /**
   * What one look showed.
   *
   * @param sample what the one that serves does, with what the others have in progress; empty where
   *     it does not say
   * @param silent how many are alive and did not answer: nobody knows what those have in progress
   */
  record Seen(Optional<Sample> sample, int silent) {
    /** Nobody listens where the notes say: they belong to gateways that are no more. */
    boolean nobody() {
      return sample.isEmpty() && silent == 0;
    }
  }

  boolean any() {
    return !notes.alive().isEmpty();
  }

  Seen look() throws InterruptedException {
    List<AdminNote> alive = notes.alive();
    forget(alive);
    Sample sum = null;
    int silent = 0;
    boolean known = true;
    for (AdminNote note : alive) {
      try {
        Sample one = ask(note);
        sum = sum == null ? one : sum.with(one);
      } catch (ConnectException e) {
        LOG.debug("{} has just ended, or its pid is another's", note);
      } catch (IOException e) {
        silent++;
        known &= sum != null; // the one that serves is asked first
        tell(note, e);
      }
    }
    if (!notes.alive().equals(alive)) {
      silent++; // one more has come, and may have begun with older routes than those asked about
    }
    return new Seen(known ? Optional.ofNullable(sum) : Optional.empty(), silent);
  }

  private Sample ask(AdminNote note) throws IOException, InterruptedException {
    AdminClient client = clients.computeIfAbsent(note, AdminClient::new);
    Sample sample = Sample.of(System.nanoTime(), client.stats());
    told.remove(note.pid());
    return sample;
  }

  private void tell(AdminNote note, IOException problem) {
    if (told.add(note.pid())) {
      LOG.warn("{} does not say what it does: {}", note, problem.toString());
    }
  }

  private void forget(List<AdminNote> alive) {
    clients
        .entrySet()
        .removeIf(entry -> {
          boolean gone = !alive.contains(entry.getKey());
          if (gone) {
            entry.getValue().close();
          }
          return gone;
        });
  }

  @Override
  public void close() {
    clients.values().forEach(AdminClient::close);
  }
}
