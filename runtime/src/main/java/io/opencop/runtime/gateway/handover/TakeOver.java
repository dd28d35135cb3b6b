package io.opencop.runtime.gateway.handover;

import io.netty.bootstrap.Bootstrap;
import io.netty.buffer.Unpooled;
import io.netty.channel.Channel;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.EventLoopGroup;
import io.netty.channel.SimpleChannelInboundHandler;
import io.netty.channel.epoll.EpollChannelOption;
import io.netty.channel.epoll.EpollDomainSocketChannel;
import io.netty.channel.unix.DomainSocketAddress;
import io.netty.channel.unix.DomainSocketReadMode;
import io.netty.channel.unix.FileDescriptor;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** The other side of {@link HandOver}: a listening socket of the gateway before us. */
public final class TakeOver {
  private static final long PATIENCE_S = 5;

  private final Channel channel;
  private final int socket;

  private TakeOver(Channel channel, int socket) {
    this.channel = channel;
    this.socket = socket;
  }

  /** Asks the gateway before; empty where there is none that gives. */
  public static Optional<TakeOver> ask(EventLoopGroup loops, Path path, String token) {
    CompletableFuture<Integer> socket = new CompletableFuture<>();
    Channel channel;
    try {
      channel =
          new Bootstrap()
              .group(loops)
              .channel(EpollDomainSocketChannel.class)
              .option(
                  EpollChannelOption.DOMAIN_SOCKET_READ_MODE, DomainSocketReadMode.FILE_DESCRIPTORS)
              .handler(new Getting(socket))
              .connect(new DomainSocketAddress(path.toString()))
              .sync()
              .channel();
      var _ =
          channel.writeAndFlush(
              Unpooled.copiedBuffer(token + "\n", StandardCharsets.US_ASCII),
              channel.voidPromise());
      return Optional.of(new TakeOver(channel, socket.get(PATIENCE_S, TimeUnit.SECONDS)));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return Optional.empty();
    } catch (ExecutionException | TimeoutException e) {
      return Optional.empty();
    } catch (Exception e) {
      // The toolkit throws what a connection failed with, checked or not: nobody is there.
      return Optional.empty();
    }
  }

  private static final class Getting extends SimpleChannelInboundHandler<FileDescriptor> {
    private final CompletableFuture<Integer> socket;

    private Getting(CompletableFuture<Integer> socket) {
      this.socket = socket;
    }

    @Override
    protected void channelRead0(ChannelHandlerContext context, FileDescriptor descriptor) {
      if (!socket.complete(descriptor.intValue())) {
        var _ = context.close();
      }
    }

    @Override
    public void channelInactive(ChannelHandlerContext context) {
      socket.completeExceptionally(new IllegalStateException("it closed"));
    }

    @Override
    public void exceptionCaught(ChannelHandlerContext context, Throwable cause) {
      socket.completeExceptionally(cause);
      var _ = context.close();
    }
  }

  /** Descriptor of a socket that listens; ours from now on. */
  public int socket() {
    return socket;
  }

  /** We serve: the other may stop accepting. */
  public void done() {
    var _ = channel.writeAndFlush(Unpooled.copiedBuffer("T", StandardCharsets.US_ASCII));
  }
}
