package io.opencop.sessions.member;

import io.opencop.sessions.grid.MemberSettings;
import java.nio.file.Path;

/**
 * A member's configuration in Infinispan's own words: a stack of protocols between the members, the
 * cache of sessions, the one of RESP with the same guarantees, and one endpoint that speaks Hot Rod
 * and RESP. Everything on one address, nothing is multicast, and both members and clients have to
 * know a secret. REST is there because the endpoint does not start without it; it asks for the same
 * credentials.
 */
final class MemberXml {
  private static final String TEXT =
      """
      <infinispan xmlns="urn:infinispan:config:16.0">
        <jgroups>
          <stack name="members">
            <TCP bind_addr="${host}" bind_port="${clusterPort}" port_range="0" diag.enabled="false"
                 thread_naming_pattern="pl" sock_conn_timeout="300ms" tcp_nodelay="true"
                 thread_pool.min_threads="0" thread_pool.max_threads="200" use_vthreads="true"
                 bundler_type="no-bundler"/>
            <RED/>
            <TCPPING initial_hosts="${peers}" port_range="0"/>
            <MERGE3 min_interval="1s" max_interval="3s"/>
            <FD_SOCK2 bind_addr="${host}" offset="1" port_range="0"/>
            <FD_ALL3 timeout="8s" interval="2s"/>
            <VERIFY_SUSPECT2 timeout="1s"/>
            <SYM_ENCRYPT keystore_type="pkcs12" keystore_name="${keys}" store_password="${secret}"
                         alias="members" sym_algorithm="AES/CBC/PKCS5Padding" sym_iv_length="16"/>
            <pbcast.NAKACK2 use_mcast_xmit="false" xmit_interval="200ms" resend_last_seqno="true"/>
            <UNICAST3 conn_close_timeout="5s" xmit_interval="200ms"/>
            <pbcast.STABLE desired_avg_gossip="5s" max_bytes="1M"/>
            <pbcast.GMS print_local_addr="false" join_timeout="1s"/>
            <UFC max_credits="4m" min_threshold="0.40"/>
            <MFC max_credits="4m" min_threshold="0.40"/>
            <FRAG4 frag_size="60k"/>
          </stack>
        </jgroups>
        <cache-container name="default" statistics="false">
          <transport cluster="opencop-sessions" stack="members" node-name="${name}"/>
          <global-state unclean-shutdown-action="PURGE"/>
          <distributed-cache name="${cache}" mode="SYNC" owners="2" remote-timeout="5000">
            <encoding media-type="application/octet-stream"/>
            <expiration interval="10000"/>
            <partition-handling when-split="DENY_READ_WRITES" merge-policy="NONE"/>${disk}
          </distributed-cache>
          <distributed-cache name="${redis}" aliases="0" mode="SYNC" owners="2"
                             remote-timeout="5000" statistics="true"
                             key-partitioner="org.infinispan.distribution.ch.impl.RESPHashFunctionPartitioner">
            <encoding media-type="application/octet-stream"/>
            <partition-handling when-split="DENY_READ_WRITES" merge-policy="NONE"/>${disk}
          </distributed-cache>
          <distributed-cache name="${cache}-figures" mode="ASYNC" owners="2">
            <encoding media-type="application/octet-stream"/>
          </distributed-cache>
        </cache-container>
        <server xmlns="urn:infinispan:server:16.0">
          <interfaces>
            <interface name="own"><inet-address value="${host}"/></interface>
          </interfaces>
          <socket-bindings default-interface="own" port-offset="0">
            <socket-binding name="clients" port="${port}"/>
          </socket-bindings>
          <security>
            <security-realms>
              <security-realm name="clients">
                <properties-realm groups-attribute="Roles">
                  <user-properties path="users.properties" plain-text="true"/>
                  <group-properties path="groups.properties"/>
                </properties-realm>
              </security-realm>
            </security-realms>
          </security>
          <endpoints>
            <endpoint socket-binding="clients" security-realm="clients">
              <hotrod-connector>
                <authentication>
                  <sasl mechanisms="SCRAM-SHA-256" server-name="opencop"/>
                </authentication>
              </hotrod-connector>
              <resp-connector cache="${redis}"/>
              <rest-connector>
                <authentication mechanisms="DIGEST"/>
              </rest-connector>
            </endpoint>
          </endpoints>
        </server>
      </infinispan>
      """;

  /** What was written stands when the process is killed; it is the system that may lose it. */
  private static final String DISK =
      """

                  <persistence passivation="false">
                    <file-store shared="false" purge="false" preload="true"/>
                  </persistence>\
      """;

  private MemberXml() {}

  /** The cache of RESP beside this one. */
  static String redis(String cache) {
    return cache + "-redis";
  }

  /**
   * @param keys the store that holds the key members talk with
   */
  static String of(MemberSettings member, Path keys) {
    return TEXT.replace("${name}", escaped(member.name()))
        .replace("${disk}", member.disk() ? DISK : "")
        .replace("${host}", escaped(member.host()))
        .replace("${port}", Integer.toString(member.port()))
        .replace("${clusterPort}", Integer.toString(member.clusterPort()))
        .replace("${peers}", escaped(String.join(",", member.peers())))
        .replace("${cache}", escaped(member.cache()))
        .replace("${redis}", escaped(redis(member.cache())))
        .replace("${keys}", escaped(keys.toString()))
        .replace("${secret}", escaped(member.secret()));
  }

  private static String escaped(String text) {
    return text.replace("&", "&amp;").replace("<", "&lt;").replace("\"", "&quot;");
  }
}
