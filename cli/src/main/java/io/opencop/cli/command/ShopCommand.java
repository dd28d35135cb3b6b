package io.opencop.cli.command;

import io.opencop.cli.CliMessage;
import io.opencop.cli.Terminal;
import io.opencop.model.message.CopException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/**
 * {@code cop shop WORDS}: speaks to the shop of a running demo by the shop's own launcher. The
 * platform takes no part in it: it is never told which fault is on.
 */
@Command(name = "shop")
final class ShopCommand extends CopCommand {
  @Parameters(index = "0..*", arity = "1..*", paramLabel = "WORDS")
  List<String> words;

  ShopCommand(Terminal terminal) {
    super(terminal);
  }

  @Override
  public Integer call() throws InterruptedException {
    Path jar = DemoCommand.shopFolder().resolve("shop-launcher.jar");
    if (!Files.isRegularFile(jar)) {
      throw new CopException(CliMessage.NO_SHOP.with("path", jar));
    }
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of("-jar", jar.toString()));
    command.addAll(words);
    command.addAll(List.of("--work", DemoCommand.shopWork(terminal).toString()));
    ProcessBuilder builder = new ProcessBuilder(command).inheritIO();
    try {
      return builder.start().waitFor();
    } catch (IOException e) {
      throw new CopException(CliMessage.FILE_PROBLEM.with("path", jar, "reason", e), e);
    }
  }
}
