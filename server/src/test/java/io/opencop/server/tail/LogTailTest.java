package io.opencop.server.tail;

import static org.assertj.core.api.Assertions.assertThat;

import io.opencop.server.support.Platform;
import io.opencop.server.support.Samples;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Live tail: what arrives is shown, up to the cap; what is not shown is counted. */
class LogTailTest {
  @TempDir Path folder;

  @Test
  void recordsArriveAsEventsAndTheRestIsCounted() throws Exception {
    try (Platform platform = new Platform(folder, "limits.tail-per-second=5")) {
      HttpResponse<InputStream> stream =
          platform.send(
              platform.asViewer("/api/v1/logs/tail?service=cart"), BodyHandlers.ofInputStream());
      assertThat(stream.statusCode()).isEqualTo(200);
      assertThat(stream.headers().firstValue("content-type")).contains("text/event-stream");
      try (BufferedReader lines =
          new BufferedReader(new InputStreamReader(stream.body(), StandardCharsets.UTF_8))) {
        Awaitility.await().until(() -> platform.store.tails.size() == 1);
        for (int i = 0; i < 1000; i++) {
          platform.store.tails.getFirst().accept(Samples.log("줄 " + i + "\nevent: evil"));
        }
        int shown = 0;
        long skipped = 0;
        while (shown + skipped < 1000) {
          String event = next(lines, "event: ");
          String data = next(lines, "data: ");
          if (event.equals("log")) {
            // A line break in a body is part of its JSON and never of the stream.
            assertThat(data).contains("\\nevent: evil");
            shown++;
          } else if (event.equals("skipped")) {
            skipped += Long.parseLong(data.replaceAll("\\D", ""));
          }
        }
        assertThat(shown).isBetween(1, 50);
        assertThat(shown + skipped).isEqualTo(1000);
      }
      Awaitility.await().atMost(Duration.ofSeconds(30)).until(() -> platform.store.tails.isEmpty());
    }
  }

  @Test
  void onlySoManyAtATimeAndAFreedPlaceCanBeTaken() throws Exception {
    try (Platform platform = new Platform(folder, "limits.tails=1")) {
      HttpResponse<InputStream> first =
          platform.send(platform.asViewer("/api/v1/logs/tail"), BodyHandlers.ofInputStream());
      assertThat(first.statusCode()).isEqualTo(200);
      HttpResponse<String> second = platform.get("/api/v1/logs/tail");
      assertThat(second.statusCode()).isEqualTo(429);
      assertThat(second.body()).contains("COP-1210");
      first.body().close();
      Awaitility.await()
          .atMost(Duration.ofSeconds(30))
          .until(() -> {
            HttpResponse<InputStream> again =
                platform.send(platform.asViewer("/api/v1/logs/tail"), BodyHandlers.ofInputStream());
            again.body().close();
            return again.statusCode() == 200;
          });
    }
  }

  @Test
  void stoppingEndsTheStreams() throws Exception {
    Platform platform = new Platform(folder);
    HttpResponse<InputStream> stream =
        platform.send(platform.asViewer("/api/v1/logs/tail"), BodyHandlers.ofInputStream());
    Awaitility.await().until(() -> platform.store.tails.size() == 1);
    platform.running.close();
    assertThat(new String(stream.body().readAllBytes(), StandardCharsets.UTF_8))
        .startsWith("retry: 2000");
    assertThat(platform.store.tails).isEmpty();
  }

  private static String next(BufferedReader lines, String start) throws IOException {
    String line;
    do {
      line = lines.readLine();
      assertThat(line).as("the stream ended").isNotNull();
    } while (!line.startsWith(start));
    return line.substring(start.length());
  }
}
