package io.opencop.runtime.manifest;

import io.opencop.model.app.App;
import io.opencop.model.message.CopException;
import io.opencop.model.message.Notice;
import io.opencop.runtime.manifest.shape.Checker;
import io.opencop.runtime.manifest.shape.Found;
import io.opencop.runtime.manifest.shape.ManifestMessage;
import io.opencop.runtime.manifest.shape.Place;
import java.io.StringReader;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.nodes.Node;

/** Reads App manifests: YAML, several in one file if need be. JSON is YAML. */
public final class Manifests {
  private static final int MOST_CHARACTERS = 1 << 20;
  private static final int DEEPEST = 40;

  private Manifests() {}

  /**
   * Every app of the text.
   *
   * @param source name of the file for messages, {@code -} for standard input
   * @param folder paths of the manifest count from here
   * @throws CopException with everything that is wrong, not the first thing only
   */
  public static List<App> read(String source, String text, Path folder) {
    List<Notice> problems = new ArrayList<>();
    List<App> apps = new ArrayList<>();
    for (Node document : documents(source, text, problems)) {
      int before = problems.size();
      Optional<Found> found =
          new Checker(source, problems).check(AppShape.manifest(), document, "");
      // Values read from a broken form would only add echoes of what has been told.
      if (problems.size() == before && found.isPresent()) {
        apps.add(new AppReader(folder, problems).read(new Part((Found.Mapping) found.get())));
      }
    }
    if (apps.isEmpty() && problems.isEmpty()) {
      problems.add(ManifestMessage.NOTHING.with("place", new Place(source, 1, 1, "")));
    }
    if (!problems.isEmpty()) {
      throw new CopException(problems);
    }
    return apps;
  }

  private static List<Node> documents(String source, String text, List<Notice> problems) {
    LoaderOptions options = new LoaderOptions();
    options.setCodePointLimit(MOST_CHARACTERS);
    options.setNestingDepthLimit(DEEPEST);
    options.setMaxAliasesForCollections(0);
    List<Node> documents = new ArrayList<>();
    try {
      for (Node node : new Yaml(options).composeAll(new StringReader(text))) {
        documents.add(node);
      }
    } catch (MarkedYAMLException e) {
      int line = e.getProblemMark() == null ? 1 : e.getProblemMark().getLine() + 1;
      int column = e.getProblemMark() == null ? 1 : e.getProblemMark().getColumn() + 1;
      problems.add(
          ManifestMessage.BAD_YAML.with(
              "place", new Place(source, line, column, ""), "reason", e.getProblem()));
    } catch (YAMLException e) {
      problems.add(
          ManifestMessage.BAD_YAML.with(
              "place", new Place(source, 1, 1, ""), "reason", e.getMessage()));
    }
    return documents;
  }
}
