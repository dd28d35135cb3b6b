package io.opencop.shop.launcher;

import java.io.IOException;
import java.io.Reader;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;

/** The launcher's command line for a shop that runs: finds its control file and asks it. */
final class ControlClient {
  private ControlClient() {}

  /** Returns the exit code: 0 done, 1 refused, 2 wrongly called or no shop there. */
  static int run(List<String> args, Path home) throws IOException, InterruptedException {
    List<String> words = new ArrayList<>(args);
    Path work = home.resolve("work");
    int option = words.indexOf("--work");
    if (option >= 0 && option + 1 < words.size()) {
      work = Path.of(words.get(option + 1)).toAbsolutePath();
      words.subList(option, option + 2).clear();
    }
    String request = request(words);
    if (request == null) {
      System.err.print(Settings.HELP);
      return 2;
    }
    Path file = WorkFolder.controlFile(work);
    if (!Files.exists(file)) {
      System.err.println("no shop runs in " + work + "; start one, or name its folder with --work");
      return 2;
    }
    return send(request, file);
  }

  private static String request(List<String> words) {
    return switch (words.get(0)) {
      case "faults" -> words.size() == 1 ? "GET /faults" : null;
      case "load" -> words.size() == 2 ? "POST /load?rate=" + quoted(words.get(1)) : null;
      default -> {
        boolean onOrOff = words.size() == 3 && List.of("on", "off").contains(words.get(2));
        yield onOrOff
            ? "POST /faults/" + quoted(words.get(1)) + "?on=" + words.get(2).equals("on")
            : null;
      }
    };
  }

  private static String quoted(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }

  private static int send(String request, Path file) throws IOException, InterruptedException {
    Properties control = new Properties();
    try (Reader in = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
      control.load(in);
    }
    String[] methodAndPath = request.split(" ");
    HttpRequest http =
        HttpRequest.newBuilder(URI.create(control.getProperty("url") + methodAndPath[1]))
            .header("Authorization", "Bearer " + control.getProperty("token"))
            .method(methodAndPath[0], HttpRequest.BodyPublishers.noBody())
            .build();
    HttpResponse<String> answer =
        HttpClient.newHttpClient().send(http, HttpResponse.BodyHandlers.ofString());
    boolean done = answer.statusCode() == 200;
    (done ? System.out : System.err).print(answer.body());
    return done ? 0 : 1;
  }
}
