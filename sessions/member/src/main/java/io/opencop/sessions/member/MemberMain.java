package io.opencop.sessions.member;

import io.opencop.sessions.grid.MemberSettings;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Properties;
import org.infinispan.server.Server;

/** The process of one grid member: {@code MemberMain <folder>}. */
public final class MemberMain {
  private static final String OWNER_ONLY = "rw-------";

  private MemberMain() {}

  /** Runs until it is told to stop. */
  public static void main(String[] arguments) throws Exception {
    Path folder = Path.of(arguments[0]);
    MemberSettings settings = MemberSettings.read(folder);
    Path configuration = Files.createDirectories(folder.resolve("server/conf"));
    // Characters a properties file gives a meaning to do not occur in our secrets.
    secret(configuration.resolve("users.properties"), settings.user() + "=" + settings.password());
    secret(configuration.resolve("groups.properties"), settings.user() + "=admin");
    Path xml = configuration.resolve("member.xml");
    Path keys = configuration.resolve("members.p12");
    MemberKeys.write(keys, settings.secret());
    secret(xml, MemberXml.of(settings, keys));
    Files.createDirectories(folder.resolve("server/data"));
    Properties properties = new Properties();
    properties.setProperty(Server.INFINISPAN_SERVER_ROOT_PATH, folder.resolve("server").toString());
    properties.setProperty(Server.INFINISPAN_SERVER_CONFIG_PATH, configuration.toString());
    Server server = new Server(folder.resolve("server").toFile(), List.of(xml), properties);
    Runtime.getRuntime().addShutdownHook(new Thread(server::close, "leave"));
    RespCommands.mend();
    new StatusFile(folder, server, settings.cache(), new RespPort(settings, server)).start();
    server.run().join();
    // Threads that are left must not keep a member alive that is none any more.
    System.exit(0);
  }

  private static void secret(Path file, String text) throws IOException {
    if (Files.notExists(file)) {
      Files.createFile(
          file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(OWNER_ONLY)));
    }
    Files.writeString(file, text, StandardCharsets.UTF_8);
  }
}
