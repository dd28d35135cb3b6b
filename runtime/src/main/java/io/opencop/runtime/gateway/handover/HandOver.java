package io.opencop.runtime.gateway.handover;

import io.netty.bootstrap.ServerBootstrap;
import io.netty.buffer.ByteBuf;
import io.netty.channel.Channel;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.EventLoopGroup;
import io.netty.channel.SimpleChannelInboundHandler;
import io.netty.channel.epoll.EpollServerDomainSocketChannel;
import io.netty.channel.unix.DomainSocketAddress;
import io.netty.channel.unix.FileDescriptor;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.UUID;
import java.util.function.IntSupplier;

/**
 * Where the next gateway gets the listening socket of this one. Both then have the same queue of
 * connections that nobody has accepted yet, so none is lost when this one stops accepting. (With
 * two sockets on one port, SO_REUSEPORT, the kernel resets what waits at the one that is closed.)
 *
 * <p>The other says the token and a line feed, gets the socket, and says {@code T} when it serves.
 * If it goes before that, nothing has happened.
 */
public final class HandOver implements AutoCloseable {
  private static final int LONGEST_PATH = 100;
  private static final byte TAKEN = 'T';

  private final Path path;
  private final Channel channel;

  private HandOver(Path path, Channel channel) {
    this.path = path;
    this.channel = channel;
  }

  /** A new place in this folder; its name is short enough for the kernel (108 bytes). */
  public static Path place(Path folder) {
    String name = "gateway-" + UUID.randomUUID().toString().substring(0, 8) + ".sock";
    Path beside = folder.resolve(name).toAbsolutePath();
    return beside.toString().length() <= LONGEST_PATH
        ? beside
        : Path.of(System.getProperty("java.io.tmpdir"), "cop-" + name);
  }

  /** Removes what gateways that were killed have left there. */
  public static void sweep(Path folder) throws IOException {
    try (DirectoryStream<Path> old = Files.newDirectoryStream(folder, "gateway-*.sock")) {
      for (Path one : old) {
        Files.deleteIfExists(one);
      }
    }
  }

  /**
   * Waits for the next one.
   *
   * @param socket descriptor of the listening socket
   * @param taken runs once, when the other serves; on an event loop
   */
  public static HandOver offer(
      EventLoopGroup loops, Path path, String token, IntSupplier socket, Runnable taken)
      throws IOException {
    Files.deleteIfExists(path);
    Channel channel =
        new ServerBootstrap()
            .group(loops)
            .channel(EpollServerDomainSocketChannel.class)
            .childHandler(
                new ChannelInitializer<>() {
                  @Override
                  protected void initChannel(Channel other) {
                    other.pipeline().addLast(new Giving(token, socket, taken));
                  }
                })
            .bind(new DomainSocketAddress(path.toString()))
            .syncUninterruptibly()
            .channel();
    return new HandOver(path, channel);
  }

  private static final class Giving extends SimpleChannelInboundHandler<ByteBuf> {
    private final byte[] wanted;
    private final IntSupplier socket;
    private final Runnable taken;
    private final StringBuilder said = new StringBuilder();
    private boolean given;

    private Giving(String token, IntSupplier socket, Runnable taken) {
      this.wanted = token.getBytes(StandardCharsets.US_ASCII);
      this.socket = socket;
      this.taken = taken;
    }

    @Override
    protected void channelRead0(ChannelHandlerContext context, ByteBuf bytes) {
      while (bytes.isReadable()) {
        byte one = bytes.readByte();
        if (given) {
          if (one == TAKEN) {
            taken.run();
          }
          var _ = context.close();
          return;
        }
        if (one == '\n') {
          give(context);
        } else if (said.append((char) one).length() > wanted.length) {
          var _ = context.close();
          return;
        }
      }
    }

    private void give(ChannelHandlerContext context) {
      byte[] token = said.toString().getBytes(StandardCharsets.US_ASCII);
      int descriptor = socket.getAsInt();
      if (descriptor < 0 || !MessageDigest.isEqual(wanted, token)) {
        var _ = context.close();
        return;
      }
      given = true;
      var _ = context.writeAndFlush(new FileDescriptor(descriptor));
    }

    @Override
    public void exceptionCaught(ChannelHandlerContext context, Throwable cause) {
      var _ = context.close();
    }
  }

  @Override
  public void close() {
    var _ = channel.close();
    try {
      Files.deleteIfExists(path);
    } catch (IOException _) {
      // A socket nobody listens at does no harm.
    }
  }
}
