package io.opencop.sessions.member;

import io.netty.bootstrap.ServerBootstrap;
import io.netty.channel.Channel;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.EventLoopGroup;
import io.netty.channel.MultiThreadIoEventLoopGroup;
import io.netty.channel.group.ChannelGroup;
import io.netty.channel.group.DefaultChannelGroup;
import io.netty.channel.nio.NioIoHandler;
import io.netty.channel.socket.nio.NioChannelOption;
import io.netty.channel.socket.nio.NioServerSocketChannel;
import io.netty.util.concurrent.GlobalEventExecutor;
import io.opencop.sessions.grid.MemberSettings;
import java.net.StandardSocketOptions;
import java.util.Optional;
import org.infinispan.server.Server;
import org.infinispan.server.resp.RespServer;

/**
 * A port for RESP that all members listen on together, so that a client that knows one address only
 * finds another member there when its own has died. The system gives a new connection to any of
 * those that listen; where it cannot share a port, to the one that has it, and the next one takes
 * it over. A member listens only while it may answer.
 */
final class RespPort {
  private static final int THREADS = 2;

  private final MemberSettings settings;
  private final Server server;
  private final ChannelGroup clients = new DefaultChannelGroup(GlobalEventExecutor.INSTANCE);
  private EventLoopGroup loops;
  private Channel listener;

  RespPort(MemberSettings settings, Server server) {
    this.settings = settings;
    this.server = server;
  }

  /** Brings about what is wanted, as far as the port can be had now. */
  void open(boolean wanted) throws InterruptedException {
    if (settings.redisPort() == 0 || wanted == (listener != null)) {
      return;
    }
    if (!wanted) {
      listener.close().sync();
      listener = null;
      // Whoever is cut off here finds a member that may answer, if there is one.
      clients.close();
      return;
    }
    Optional<RespServer> resp =
        server.getProtocolServers().values().stream()
            .filter(RespServer.class::isInstance)
            .map(RespServer.class::cast)
            .findFirst();
    if (resp.isPresent()) {
      listener = listen(resp.get());
    }
  }

  /** Null where somebody else has the port: it is asked for again. */
  private Channel listen(RespServer resp) throws InterruptedException {
    if (loops == null) {
      loops = new MultiThreadIoEventLoopGroup(THREADS, NioIoHandler.newFactory());
    }
    var bound =
        new ServerBootstrap()
            .group(loops)
            .channel(NioServerSocketChannel.class)
            .option(NioChannelOption.of(StandardSocketOptions.SO_REUSEPORT), true)
            .childHandler(
                new ChannelInitializer<Channel>() {
                  @Override
                  protected void initChannel(Channel client) {
                    clients.add(client);
                    client.pipeline().addLast(resp.getInitializer());
                  }
                })
            .bind(settings.host(), settings.redisPort())
            .await();
    return bound.isSuccess() ? bound.channel() : null;
  }
}
