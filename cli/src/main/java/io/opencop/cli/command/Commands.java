package io.opencop.cli.command;

import io.opencop.cli.Terminal;
import java.util.List;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ScopeType;

/** Everything {@code cop} can do, in the order its help lists it. */
public final class Commands {
  private Commands() {}

  /** The command without a word after it. */
  @Command(name = "cop", synopsisSubcommandLabel = "COMMAND")
  static final class Root {
    @Option(
        names = {"-h", "--help"},
        usageHelp = true,
        scope = ScopeType.INHERIT)
    boolean help;

    /** Read before parsing; declared so that the parser knows it everywhere. */
    @Option(names = "--lang", paramLabel = "ko|en", scope = ScopeType.INHERIT)
    String lang;
  }

  public static CommandLine all(Terminal terminal) {
    CommandLine cop = new CommandLine(new Root());
    List<CopCommand> commands =
        List.of(
            new UpCommand(terminal),
            new DemoCommand(terminal),
            new GatewayCommand(terminal),
            new StaticCommand(terminal),
            new ShopCommand(terminal),
            new DoctorCommand(terminal),
            new ConfigCommand(terminal),
            new DeployCommand(terminal),
            new ApplyCommand(terminal),
            new DiffCommand(terminal),
            new RenderCommand(terminal),
            new GetCommand(terminal),
            new DescribeCommand(terminal),
            new ScaleCommand(terminal),
            new RolloutCommand(terminal),
            new DeleteCommand(terminal),
            new ExplainCommand(terminal),
            new LogsCommand(terminal),
            new PatternsCommand(terminal),
            new QueryCommand(terminal),
            new SqlCommand(terminal),
            new HealthCommand(terminal),
            new LinkCommand(terminal),
            new SessionsCommand(terminal),
            new TokenCommand(terminal),
            new SecretCommand(terminal),
            new ChangeCommand(terminal),
            new SealCommand(terminal),
            new BackupCommand(terminal),
            new RestoreCommand(terminal),
            new VersionCommand(terminal),
            new WarmUpCommand(terminal));
    commands.forEach(cop::addSubcommand);
    RolloutCommand.addTo(cop.getSubcommands().get("rollout"), terminal);
    SessionsCommand.addTo(cop.getSubcommands().get("sessions"), terminal);
    TokenCommand.addTo(cop.getSubcommands().get("token"), terminal);
    SecretCommand.addTo(cop.getSubcommands().get("secret"), terminal);
    return cop;
  }
}
