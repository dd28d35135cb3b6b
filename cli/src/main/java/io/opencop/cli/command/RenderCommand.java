package io.opencop.cli.command;

import io.opencop.cli.Terminal;
import io.opencop.model.app.App;
import io.opencop.runtime.manifest.Manifests;
import io.opencop.runtime.manifest.kubernetes.Kubernetes;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code cop render -f FILE}: the apps as plain Kubernetes YAML. Asks no platform. */
@Command(name = "render")
final class RenderCommand extends CopCommand {
  @Mixin ManifestFile manifest;

  @Option(names = "--image", paramLabel = "REFERENCE", defaultValue = "")
  String image;

  @Option(names = "--gateway", paramLabel = "NAME", defaultValue = "")
  String gateway;

  RenderCommand(Terminal terminal) {
    super(terminal);
  }

  @Override
  public Integer call() {
    List<String> documents = new ArrayList<>();
    for (App app : Manifests.read(manifest.file, manifest.read(), manifest.folder())) {
      Kubernetes.Rendered rendered = Kubernetes.render(app, new Kubernetes.Options(image, gateway));
      documents.add(rendered.yaml());
      rendered.leftOut().forEach(terminal::tell);
    }
    terminal.out().print(String.join("---\n", documents));
    return OK;
  }
}
