package io.opencop.runtime.manifest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.opencop.model.app.App;
import io.opencop.model.message.CopException;
import io.opencop.model.message.Notice;
import io.opencop.runtime.manifest.kubernetes.Kubernetes;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/** An app written again: as its manifest, and as plain Kubernetes resources. */
class AppWriterTest {
  private static final String FULL =
      """
      apiVersion: opencop.io/v1alpha1
      kind: App
      metadata: { name: order, labels: { team: 주문 } }
      spec:
        source: { command: [sleep, "60"] }
        port: 8080
        env:
          NUMBER: 8
          DB_PASSWORD: { secret: db, key: password }
          KEY_FILE: { secret: tls, key: tls.key, file: true }
        resources: { memory: 1Gi, cpu: 500m }
        health:
          readiness: { http: /ready, period: 1s, timeout: 500ms, failures: 2, successes: 2 }
          liveness: { tcp: true }
          startup: 90s
        stop: { drain: 5s, grace: 20s }
        scale:
          min: 1
          max: 9
          cpu: 70
          requests: 12.5
          metrics:
            - { name: jobs.active, value: 3 }
            - { name: queue.depth, value: 30, service: broker }
          up: { window: 10s, policies: [{ amount: 50%, period: 30s }], choose: min }
          down: { choose: disabled }
          schedule:
            - { start: 0 9 * * mon-fri, end: 0 18 * * *, timezone: Asia/Seoul, min: 3, max: 12 }
        rollout: { strategy: canary, steps: [{ weight: 10, hold: 30s }, { weight: 50 }] }
        sessions: { timeout: 30m, unreachable: local, duplicateLogin: endOld, userAttribute: "member:login", shared: shop, domain: example.com }
        traffic: { requestsPerSecond: 200, burst: 50, inFlight: 20, waitTimeout: 20s, responseTimeout: 5s }
        routes: [{ host: "*.example.com", path: /orders }, { path: /o }, { path: /p }]
      """;

  @Test
  void whatIsWrittenIsTheSameAppWhenReadAgain() {
    App app = read(FULL);
    assertThat(read(AppWriter.yaml(AppWriter.manifest(app)))).isEqualTo(app);
    App small =
        read(
            """
            apiVersion: opencop.io/v1alpha1
            kind: App
            metadata: { name: small }
            spec: { source: { image: example/small:1 } }
            """);
    assertThat(read(AppWriter.yaml(AppWriter.manifest(small)))).isEqualTo(small);
  }

  @Test
  void kubernetesGetsWhatItHasWordsForAndTheRestIsNamed() {
    Kubernetes.Rendered rendered =
        Kubernetes.render(read(FULL), new Kubernetes.Options("example/order:7", ""));
    List<Map<String, Object>> all = documents(rendered.yaml());
    assertThat(all)
        .extracting(d -> d.get("kind"))
        .containsExactly("Deployment", "Service", "HorizontalPodAutoscaler", "Ingress");
    Map<String, Object> deployment = all.getFirst();
    assertThat(at(deployment, "spec")).doesNotContainKeys("replicas", "strategy");
    assertThat(at(deployment, "spec", "selector", "matchLabels"))
        .isEqualTo(Map.of("app.kubernetes.io/name", "order"));
    Map<String, Object> pod = at(deployment, "spec", "template", "spec");
    assertThat(pod).containsEntry("terminationGracePeriodSeconds", 25);
    Map<String, Object> container = first(pod, "containers");
    assertThat(container)
        .containsEntry("image", "example/order:7")
        .containsEntry("command", List.of("sleep", "60"));
    assertThat(at(container, "resources", "limits"))
        .isEqualTo(Map.of("memory", "1073741824", "cpu", "500m"));
    assertThat(at(container, "startupProbe")).containsEntry("failureThreshold", 90);
    assertThat(at(container, "livenessProbe", "tcpSocket")).containsEntry("port", "http");
    assertThat(container.get("env").toString())
        .contains("name=PORT, value=8080")
        .contains("name=DB_PASSWORD, valueFrom={secretKeyRef={name=db, key=password}}")
        .contains("value=/etc/opencop/secrets/tls/tls.key");
    assertThat(first(pod, "volumes")).containsEntry("secret", Map.of("secretName", "tls"));
    Map<String, Object> scaler = at(all.get(2), "spec");
    assertThat(scaler).containsEntry("minReplicas", 1).containsEntry("maxReplicas", 9);
    assertThat((List<?>) scaler.get("metrics"))
        .extracting(m -> String.valueOf(((Map<?, ?>) m).get("type")))
        .containsExactly("Resource", "Pods", "Pods", "External");
    assertThat(at(scaler, "behavior", "scaleDown")).containsEntry("selectPolicy", "Disabled");
    assertThat(at(all.get(3), "spec").get("rules").toString())
        .contains("host=*.example.com")
        .contains("path=/p, pathType=Prefix");
    assertThat(rendered.leftOut())
        .extracting(n -> n.values().get("field").en())
        .containsExactly(
            "spec.rollout.strategy", "spec.scale.schedule", "spec.sessions", "spec.traffic");
  }

  @Test
  void gatewayRoutesInsteadOfAnIngressOnePerHost() {
    Kubernetes.Rendered rendered =
        Kubernetes.render(read(FULL), new Kubernetes.Options("example/order:7", "web"));
    List<Map<String, Object>> routes =
        documents(rendered.yaml()).stream().filter(d -> d.get("kind").equals("HTTPRoute")).toList();
    assertThat(routes)
        .extracting(r -> at(r, "metadata").get("name"))
        .containsExactly("order", "order-2");
    assertThat(at(routes.getFirst(), "spec"))
        .containsEntry("hostnames", List.of("*.example.com"))
        .containsEntry("parentRefs", List.of(Map.of("name", "web")));
  }

  @Test
  void withoutAnImageThereIsNothingToRender() {
    assertThatExceptionOfType(CopException.class)
        .isThrownBy(() -> Kubernetes.render(read(FULL), new Kubernetes.Options("", "")))
        .satisfies(
            e -> assertThat(e.notices()).extracting(Notice::code).containsExactly("COP-3012"));
  }

  private static App read(String yaml) {
    return Manifests.read("app.yaml", yaml, Path.of("/")).getFirst();
  }

  @SuppressWarnings("unchecked") // YAML mappings have text for keys here
  private static List<Map<String, Object>> documents(String yaml) {
    List<Map<String, Object>> all = new ArrayList<>();
    new Yaml(new SafeConstructor(new LoaderOptions()))
        .loadAll(yaml)
        .forEach(d -> all.add((Map<String, Object>) d));
    return all;
  }

  @SuppressWarnings("unchecked") // as above
  private static Map<String, Object> at(Map<String, Object> from, String... path) {
    Map<String, Object> at = from;
    for (String name : path) {
      at = (Map<String, Object>) at.get(name);
    }
    return at;
  }

  @SuppressWarnings("unchecked") // as above
  private static Map<String, Object> first(Map<String, Object> from, String name) {
    return (Map<String, Object>) ((List<?>) from.get(name)).getFirst();
  }
}
