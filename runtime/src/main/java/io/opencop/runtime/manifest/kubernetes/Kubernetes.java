package io.opencop.runtime.manifest.kubernetes;

import io.opencop.model.app.App;
import io.opencop.model.app.Rollout;
import io.opencop.model.app.Source;
import io.opencop.model.app.TrafficLimits;
import io.opencop.model.message.CopException;
import io.opencop.model.message.Notice;
import io.opencop.runtime.manifest.shape.ManifestMessage;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.yaml.snakeyaml.DumperOptions;
import org.yaml.snakeyaml.Yaml;

/**
 * An app as plain Kubernetes resources: a Deployment, a Service, an Ingress or an HTTPRoute, and a
 * HorizontalPodAutoscaler where something is measured.
 */
public final class Kubernetes {
  private Kubernetes() {}

  /**
   * What is written.
   *
   * @param leftOut what plain Kubernetes has no words for
   */
  public record Rendered(String yaml, List<Notice> leftOut) {}

  /**
   * How it is written.
   *
   * @param image what runs, for an app that is not an image itself; empty where none is known
   * @param gateway name of the Gateway that HTTPRoutes are for; empty for an Ingress
   */
  public record Options(String image, String gateway) {}

  /**
   * @throws CopException where it is not known which image is to run
   */
  public static Rendered render(App app, Options options) {
    List<Map<String, Object>> all = new ArrayList<>();
    all.add(new Deployments(app, image(app, options)).deployment());
    all.add(Routing.service(app));
    if (!app.scale().targets().isEmpty()) {
      all.add(Autoscaler.of(app));
    }
    all.addAll(
        options.gateway().isEmpty()
            ? List.of(Routing.ingress(app))
            : Routing.httpRoutes(app, options.gateway()));
    DumperOptions style = new DumperOptions();
    style.setDefaultFlowStyle(DumperOptions.FlowStyle.BLOCK);
    style.setIndicatorIndent(0);
    style.setSplitLines(false);
    String yaml = String.join("---\n", all.stream().map(new Yaml(style)::dump).toList());
    return new Rendered(yaml, leftOut(app));
  }

  private static String image(App app, Options options) {
    if (!options.image().isEmpty()) {
      return options.image();
    }
    if (app.source() instanceof Source.Image image) {
      return image.reference();
    }
    throw new CopException(ManifestMessage.NO_IMAGE.with("app", app.name()));
  }

  private static List<Notice> leftOut(App app) {
    List<String> fields = new ArrayList<>();
    if (!(app.rollout() instanceof Rollout.Rolling)) {
      fields.add("spec.rollout.strategy");
    }
    if (!app.scale().schedule().isEmpty()) {
      fields.add("spec.scale.schedule");
    }
    if (app.scale().min() == 0) {
      fields.add("spec.scale.min: 0");
    }
    if (app.sessions() != null) {
      fields.add("spec.sessions");
    }
    if (!app.traffic().equals(TrafficLimits.DEFAULTS)) {
      fields.add("spec.traffic");
    }
    if (Probes.unknown(app.health().readiness()) || Probes.unknown(app.health().liveness())) {
      fields.add("spec.health (log)");
    }
    return fields.stream()
        .map(f -> ManifestMessage.LEFT_OUT.with("app", app.name(), "field", f))
        .toList();
  }
}
