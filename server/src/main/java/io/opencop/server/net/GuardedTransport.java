package io.opencop.server.net;

import io.netty.bootstrap.Bootstrap;
import io.netty.bootstrap.ServerBootstrap;
import io.netty.channel.Channel;
import io.netty.channel.ChannelFactory;
import io.netty.channel.ChannelHandler;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.IoHandlerFactory;
import io.netty.channel.ServerChannel;
import io.netty.channel.socket.DatagramChannel;
import io.netty.channel.socket.InternetProtocolFamily;
import io.vertx.core.datagram.DatagramSocketOptions;
import io.vertx.core.net.ClientOptionsBase;
import io.vertx.core.net.NetServerOptions;
import io.vertx.core.net.SocketAddress;
import io.vertx.core.spi.transport.Transport;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The toolkit's own transport, which also shows each accepted connection to the guard of its port
 * before a byte of it is read. This is the one place the toolkit offers for that.
 */
public final class GuardedTransport implements io.vertx.core.transport.Transport, Transport {
  private final io.vertx.core.transport.Transport base;
  private final Transport own;
  private final Map<Integer, ConnectionGuard> guards = new ConcurrentHashMap<>();

  public GuardedTransport() {
    io.vertx.core.transport.Transport nativeOne =
        io.vertx.core.transport.Transport.nativeTransport();
    boolean usable = nativeOne != null && nativeOne.available();
    this.base = usable ? nativeOne : NIO;
    this.own = base.implementation();
  }

  /** Before listening on that port, as it is asked for (negative: a shared free one). */
  void guard(int askedPort, ConnectionGuard guard) {
    guards.put(askedPort, guard);
  }

  @ChannelHandler.Sharable
  private static final class Acceptor extends ChannelInboundHandlerAdapter {
    private final ConnectionGuard guard;

    private Acceptor(ConnectionGuard guard) {
      this.guard = guard;
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
      bootstrap.handler(new Acceptor(guard));
    }
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
    return own.serverChannelFactory(domainSocket);
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
