package io.opencop.server.net;

import java.net.InetAddress;
import java.net.NetworkInterface;
import java.net.SocketException;
import java.net.UnknownHostException;
import java.util.HashSet;
import java.util.Set;

/** The names this machine goes by, for the address it listens on. */
public final class MachineNames {
  private MachineNames() {}

  /**
   * The host itself; and where that is every address, or not loopback, also the machine's host name
   * and its addresses.
   */
  public static Set<String> of(String host) {
    Set<String> names = new HashSet<>();
    names.add(host);
    try {
      InetAddress address = InetAddress.getByName(host);
      if (!address.isLoopbackAddress()) {
        names.add(InetAddress.getLocalHost().getHostName());
        NetworkInterface.networkInterfaces()
            .flatMap(NetworkInterface::inetAddresses)
            .map(MachineNames::withoutScope)
            .forEach(names::add);
      }
    } catch (UnknownHostException | SocketException e) {
      return names; // the host alone: others are named by web.allowed-hosts
    }
    return names;
  }

  private static String withoutScope(InetAddress address) {
    String text = address.getHostAddress();
    int scope = text.indexOf('%');
    return scope < 0 ? text : text.substring(0, scope);
  }
}
