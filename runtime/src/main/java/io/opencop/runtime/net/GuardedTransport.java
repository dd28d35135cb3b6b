package io.opencop.runtime.net;

import io.netty.bootstrap.Bootstrap;
import io.netty.bootstrap.ServerBootstrap;
import io.netty.channel.Channel;
import io.netty.channel.ChannelDuplexHandler;
import io.netty.channel.ChannelFactory;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelOption;
import io.netty.channel.ChannelPromise;
import io.netty.channel.IoHandlerFactory;
import io.netty.channel.ServerChannel;
import io.netty.channel.epoll.EpollChannelOption;
import io.netty.channel.epoll.EpollServerSocketChannel;
import io.netty.channel.socket.DatagramChannel;
import io.netty.channel.socket.InternetProtocolFamily;
import io.vertx.core.datagram.DatagramSocketOptions;
import io.vertx.core.net.ClientOptionsBase;
import io.vertx.core.net.NetServerOptions;
import io.vertx.core.net.SocketAddress;
import io.vertx.core.spi.transport.Transport;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * The toolkit's own transport, which also shows each accepted connection to the guard of its port
 * before a byte of it is read. This is the one place the toolkit offers for that.
 */
public final class GuardedTransport implements io.vertx.core.transport.Transport, Transport {
  private static final int KEEP_IDLE_S = 60;

  private final io.vertx.core.transport.Transport base;
  private final Transport own;
  private final Map<Integer, ConnectionGuard> guards = new ConcurrentHashMap<>();
  private final Map<Integer, Channel> listening = new ConcurrentHashMap<>();
  private final AtomicInteger adopted = new AtomicInteger(-1);

  public GuardedTransport() {
    io.vertx.core.transport.Transport nativeOne =
        io.vertx.core.transport.Transport.nativeTransport();
    boolean usable = nativeOne != null && nativeOne.available();
    this.base = usable ? nativeOne : NIO;
    this.own = base.implementation();
  }

  /** Before listening on that port, as it is asked for (negative: a shared free one). */
  public void guard(int askedPort, ConnectionGuard guard) {
    guards.put(askedPort, guard);
  }

  /**
   * The next port that is opened is this socket, which listens already: another process gave it to
   * us. Only where {@link #shares} says so.
   *
   * @param descriptor of a listening TCP socket, ours from now on
   */
  public void adopt(int descriptor) {
    adopted.set(descriptor);
  }

  /** Whether a listening socket can be given to another process: by Linux's own transport. */
  public boolean shares() {
    return own.getClass().getSimpleName().startsWith("Epoll");
  }

  /** The listening socket of that port as it was asked for; -1 where there is none to give. */
  public int descriptor(int askedPort) {
    return listening.get(askedPort) instanceof EpollServerSocketChannel channel
        ? channel.fd().intValue()
        : -1;
  }

  /** No connection is accepted any more; those there are stay. What waits is the other owner's. */
  public void stopAccepting(int askedPort) {
    Channel channel = listening.remove(askedPort);
    if (channel != null) {
      var _ = channel.close().syncUninterruptibly();
    }
  }

  private final class Acceptor extends ChannelDuplexHandler {
    private final int askedPort;
    private final ConnectionGuard guard;
    private final boolean bound;

    private Acceptor(int askedPort, ConnectionGuard guard, boolean bound) {
      this.askedPort = askedPort;
      this.guard = guard;
      this.bound = bound;
    }

    @Override
    public void handlerAdded(ChannelHandlerContext context) {
      listening.put(askedPort, context.channel());
    }

    /** A socket that was given to us is bound, and begins when all is set up. */
    @Override
    public void bind(
        ChannelHandlerContext context, java.net.SocketAddress local, ChannelPromise promise) {
      if (bound) {
        promise.setSuccess();
        context.channel().config().setAutoRead(true);
      } else {
        var _ = context.bind(local, promise);
      }
    }

    @Override
    public void channelRead(ChannelHandlerContext context, Object message) {
      if (message instanceof Channel child && !guard.admit(child)) {
        child.unsafe().closeForcibly();
        return;
      }
      context.fireChannelRead(message);
    }
  }

  @Override
  public void configure(NetServerOptions options, boolean domainSocket, ServerBootstrap bootstrap) {
    own.configure(options, domainSocket, bootstrap);
    ConnectionGuard guard = guards.get(options.getPort());
    if (guard != null) {
      boolean bound = adopted.get() >= 0;
      if (bound) {
        bootstrap.option(ChannelOption.AUTO_READ, false);
      }
      bootstrap.handler(new Acceptor(options.getPort(), guard, bound));
      if (shares()) {
        patience(bootstrap, guard.patience());
      }
    }
  }

  /**
   * A peer that is gone without a word, or that never takes what was sent, ends its connection; one
   * that is merely silent does not: the kernel asks it whether it is there.
   */
  private static void patience(ServerBootstrap bootstrap, Duration patience) {
    bootstrap
        .childOption(ChannelOption.SO_KEEPALIVE, true)
        .childOption(EpollChannelOption.TCP_KEEPIDLE, KEEP_IDLE_S)
        .childOption(EpollChannelOption.TCP_KEEPINTVL, KEEP_IDLE_S / 4)
        .childOption(EpollChannelOption.TCP_KEEPCNT, 4)
        .childOption(EpollChannelOption.TCP_USER_TIMEOUT, (int) patience.toMillis());
  }

  @Override
  public String name() {
    return base.name();
  }

  @Override
  public boolean available() {
    return base.available();
  }

  @Override
  public Throwable unavailabilityCause() {
    return base.unavailabilityCause();
  }

  @Override
  public Transport implementation() {
    return this;
  }

  @Override
  public boolean supportsDomainSockets() {
    return own.supportsDomainSockets();
  }

  @Override
  public boolean supportFileRegion() {
    return own.supportFileRegion();
  }

  @Override
  public boolean isAvailable() {
    return own.isAvailable();
  }

  @Override
  public java.net.SocketAddress convert(SocketAddress address) {
    return own.convert(address);
  }

  @Override
  public SocketAddress convert(java.net.SocketAddress address) {
    return own.convert(address);
  }

  @Override
  public IoHandlerFactory ioHandlerFactory() {
    return own.ioHandlerFactory();
  }

  @Override
  public DatagramChannel datagramChannel() {
    return own.datagramChannel();
  }

  @Override
  @SuppressWarnings("deprecation") // the interface asks for it
  public DatagramChannel datagramChannel(InternetProtocolFamily family) {
    return own.datagramChannel(family);
  }

  @Override
  public ChannelFactory<? extends Channel> channelFactory(boolean domainSocket) {
    return own.channelFactory(domainSocket);
  }

  @Override
  public ChannelFactory<? extends ServerChannel> serverChannelFactory(boolean domainSocket) {
    ChannelFactory<? extends ServerChannel> factory = own.serverChannelFactory(domainSocket);
    if (domainSocket || adopted.get() < 0) {
      return factory;
    }
    return () -> {
      int descriptor = adopted.getAndSet(-1);
      return descriptor < 0 ? factory.newChannel() : new EpollServerSocketChannel(descriptor);
    };
  }

  @Override
  public void configure(DatagramChannel channel, DatagramSocketOptions options) {
    own.configure(channel, options);
  }

  @Override
  public void configure(
      ClientOptionsBase options, int connectTimeout, boolean domainSocket, Bootstrap bootstrap) {
    own.configure(options, connectTimeout, domainSocket, bootstrap);
  }
}
