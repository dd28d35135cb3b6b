package io.opencop.runtime.manifest.shape;

import io.opencop.model.message.Message.Text;
import io.opencop.model.message.Near;
import io.opencop.model.message.Notice;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;
import org.yaml.snakeyaml.nodes.Tag;

/**
 * Holds a YAML document against a shape and gathers everything that differs, not the first only.
 */
public final class Checker {
  private final String source;
  private final List<Notice> problems;

  public Checker(String source, List<Notice> problems) {
    this.source = source;
    this.problems = problems;
  }

  /** The part as it was found; empty where it is not of this shape, which has then been told. */
  public Optional<Found> check(Shape shape, Node node, String path) {
    return switch (shape) {
      case Shape.Fields fields -> fields(fields, node, path);
      case Shape.Entries entries -> entries(entries, node, path);
      case Shape.Items items -> items(items, node, path);
      case Shape.Either either ->
          node instanceof ScalarNode
              ? check(either.brief(), node, path)
              : check(either.whole(), node, path);
      case Shape.Scalar scalar -> scalar(scalar, node, path);
    };
  }

  private Optional<Found> fields(Shape.Fields shape, Node node, String path) {
    if (empty(node)) {
      node =
          new MappingNode(Tag.MAP, true, List.of(), node.getStartMark(), node.getEndMark(), null);
    }
    if (!(node instanceof MappingNode mapping)) {
      return wrong(node, path, new Text("a mapping (key: value)", "매핑(키: 값)"));
    }
    Map<String, Found> found = new LinkedHashMap<>();
    Map<String, Place> seen = new LinkedHashMap<>();
    for (NodeTuple entry : mapping.getValue()) {
      String name = name(entry);
      Place place = place(entry.getKeyNode(), within(path, name));
      Shape.Field field = shape.fields().get(name);
      if (field == null) {
        unknown(place, path, name, shape);
      } else if (once(seen, name, place) && !empty(entry.getValueNode(), field.shape())) {
        check(field.shape(), entry.getValueNode(), place.path()).ifPresent(f -> found.put(name, f));
      }
    }
    for (Shape.Field field : shape.fields().values()) {
      if (field.required() && !seen.containsKey(field.name())) {
        problems.add(
            ManifestMessage.MISSING_FIELD.with(
                "place", place(node, path), "field", within(path, field.name())));
      }
    }
    return Optional.of(new Found.Mapping(place(node, path), found));
  }

  private Optional<Found> entries(Shape.Entries shape, Node node, String path) {
    if (!(node instanceof MappingNode mapping)) {
      return wrong(node, path, new Text("a mapping (key: value)", "매핑(키: 값)"));
    }
    Map<String, Found> found = new LinkedHashMap<>();
    Map<String, Place> seen = new LinkedHashMap<>();
    for (NodeTuple entry : mapping.getValue()) {
      String name = name(entry);
      Place place = place(entry.getKeyNode(), within(path, name));
      if (scalar(shape.key(), entry.getKeyNode(), place.path()).isPresent()
          && once(seen, name, place)) {
        check(shape.value(), entry.getValueNode(), place.path()).ifPresent(f -> found.put(name, f));
      }
    }
    return Optional.of(new Found.Mapping(place(node, path), found));
  }

  private Optional<Found> items(Shape.Items shape, Node node, String path) {
    if (!(node instanceof SequenceNode sequence)) {
      return wrong(node, path, new Text("a list (- item)", "목록(- 항목)"));
    }
    List<Found> found = new ArrayList<>();
    for (int i = 0; i < sequence.getValue().size(); i++) {
      check(shape.each(), sequence.getValue().get(i), path + "[" + i + "]").ifPresent(found::add);
    }
    return Optional.of(new Found.Sequence(place(node, path), found));
  }

  private Optional<Found> scalar(Shape.Scalar shape, Node node, String path) {
    Text expected = Values.expected(shape);
    if (!(node instanceof ScalarNode scalar)) {
      return wrong(node, path, expected);
    }
    Optional<Object> value = Values.read(shape, scalar.getValue());
    if (value.isEmpty()) {
      problems.add(
          ManifestMessage.BAD_VALUE.with(
              "expected",
              expected,
              "place",
              place(node, path),
              "field",
              path,
              "value",
              brief(scalar.getValue())));
      return Optional.empty();
    }
    return Optional.of(new Found.Value(place(node, path), scalar.getValue(), value.get()));
  }

  private void unknown(Place place, String parent, String name, Shape.Fields shape) {
    Optional<String> near = Near.of(name, shape.fields().keySet());
    problems.add(
        near.isPresent()
            ? ManifestMessage.UNKNOWN_FIELD_NEAR.with(
                "place", place, "field", place.path(), "near", near.get())
            : ManifestMessage.UNKNOWN_FIELD.with(
                "place",
                place,
                "field",
                place.path(),
                "parent",
                parent.isEmpty() ? "app" : parent));
  }

  private boolean once(Map<String, Place> seen, String name, Place place) {
    Place first = seen.putIfAbsent(name, place);
    if (first == null) {
      return true;
    }
    problems.add(
        ManifestMessage.TWICE.with("place", place, "field", place.path(), "first", first.line()));
    return false;
  }

  private Optional<Found> wrong(Node node, String path, Text expected) {
    problems.add(
        ManifestMessage.WRONG_FORM.with(
            "expected",
            expected,
            "place",
            place(node, path),
            "field",
            path.isEmpty() ? "App" : path));
    return Optional.empty();
  }

  /** An empty value means "as if the line were not there", except where a mapping may be empty. */
  private static boolean empty(Node node, Shape shape) {
    return empty(node) && !(shape instanceof Shape.Fields);
  }

  private static boolean empty(Node node) {
    return node instanceof ScalarNode && Tag.NULL.equals(node.getTag());
  }

  private static String name(NodeTuple entry) {
    return entry.getKeyNode() instanceof ScalarNode scalar ? scalar.getValue() : "?";
  }

  private static String within(String path, String name) {
    return path.isEmpty() ? name : path + "." + name;
  }

  private Place place(Node node, String path) {
    return new Place(
        source, node.getStartMark().getLine() + 1, node.getStartMark().getColumn() + 1, path);
  }

  private static String brief(String value) {
    return value.length() > 60 ? value.substring(0, 57) + "..." : value;
  }
}
