package io.opencop.sessions.member;

import io.netty.channel.ChannelHandlerContext;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.CompletionStage;
import org.infinispan.server.core.transport.ConnectionMetadata;
import org.infinispan.server.resp.Resp3AuthHandler;
import org.infinispan.server.resp.Resp3Handler;
import org.infinispan.server.resp.RespCommand;
import org.infinispan.server.resp.RespRequestHandler;
import org.infinispan.server.resp.commands.AuthResp3Command;
import org.infinispan.server.resp.commands.Commands;
import org.infinispan.server.resp.commands.Resp3Command;
import org.infinispan.server.resp.commands.connection.CLIENT;
import org.infinispan.server.resp.commands.connection.HELLO;
import org.infinispan.server.resp.commands.string.DEL;

/**
 * Commands that Infinispan 16.0 does not understand or does not do safely, mended. What clients of
 * today say first is among them: a client that is not answered waits for ever.
 */
final class RespCommands {
  private RespCommands() {}

  /** Before the server starts. */
  static void mend() {
    put(new Client());
    put(new Hello());
    put(new Unlink());
  }

  private static void put(RespCommand command) {
    int letter = command.getName().charAt(0) - 'A';
    List<RespCommand> all = new ArrayList<>(Arrays.asList(Commands.ALL_COMMANDS[letter]));
    all.removeIf(c -> c.getName().equals(command.getName()));
    all.add(command);
    Commands.ALL_COMMANDS[letter] = all.toArray(RespCommand[]::new);
  }

  private static String word(byte[] argument) {
    return new String(argument, StandardCharsets.UTF_8).toUpperCase(Locale.ROOT);
  }

  /** Infinispan says nothing at all to a subcommand it does not know. */
  private static final class Client extends RespCommand implements Resp3Command {
    private static final Set<String> KNOWN =
        Set.of(
            "CACHING",
            "GETNAME",
            "GETREDIR",
            "ID",
            "INFO",
            "KILL",
            "LIST",
            "NO-EVICT",
            "NO-TOUCH",
            "PAUSE",
            "REPLY",
            "SETINFO",
            "SETNAME",
            "TRACKING",
            "TRACKINGINFO",
            "UNBLOCK",
            "UNPAUSE");
    private final CLIENT theirs;

    Client() {
      this(new CLIENT());
    }

    private Client(CLIENT theirs) {
      super("CLIENT", theirs.getArity(), 0, 0, 0, theirs.aclMask());
      this.theirs = theirs;
    }

    @Override
    public CompletionStage<RespRequestHandler> perform(
        Resp3Handler handler, ChannelHandlerContext connection, List<byte[]> arguments) {
      if (KNOWN.contains(word(arguments.getFirst()))) {
        return theirs.perform(handler, connection, arguments);
      }
      handler.writer().customError("unknown subcommand");
      return handler.myStage();
    }
  }

  /** Infinispan forgets the password where a name comes after it. */
  private static final class Hello extends RespCommand implements AuthResp3Command {
    private static final int NAME = 2;
    private final HELLO theirs;

    Hello() {
      this(new HELLO());
    }

    private Hello(HELLO theirs) {
      super("HELLO", theirs.getArity(), 0, 0, 0, theirs.aclMask());
      this.theirs = theirs;
    }

    @Override
    public CompletionStage<RespRequestHandler> perform(
        Resp3AuthHandler handler, ChannelHandlerContext connection, List<byte[]> arguments) {
      int name = arguments.size() - NAME;
      if (name < 1 || !word(arguments.get(name)).equals("SETNAME")) {
        return theirs.perform(handler, connection, arguments);
      }
      ConnectionMetadata.getInstance(connection.channel())
          .clientName(new String(arguments.getLast(), StandardCharsets.UTF_8));
      return theirs.perform(handler, connection, List.copyOf(arguments.subList(0, name)));
    }
  }

  /** For a store in memory the same as DEL. */
  private static final class Unlink extends RespCommand implements Resp3Command {
    private final DEL theirs;

    Unlink() {
      this(new DEL());
    }

    private Unlink(DEL theirs) {
      super(
          "UNLINK",
          theirs.getArity(),
          theirs.getFirstKeyPos(),
          theirs.getLastKeyPos(),
          theirs.getSteps(),
          theirs.aclMask());
      this.theirs = theirs;
    }

    @Override
    public CompletionStage<RespRequestHandler> perform(
        Resp3Handler handler, ChannelHandlerContext connection, List<byte[]> arguments) {
      return theirs.perform(handler, connection, arguments);
    }
  }
}
