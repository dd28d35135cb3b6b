package io.opencop.sessions.was;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.opencop.sessions.grid.GridAccess;
import io.opencop.sessions.grid.LocalGrid;
import io.opencop.sessions.grid.LocalGridSettings;
import io.opencop.sessions.grid.Member;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The launcher, Tomcat and the shaded session manager as the program carries them. */
class LauncherPackagedTest {
  /** Servlet version to the Tomcat it gets. */
  private static final Map<String, String> TOMCATS =
      Map.of("4.0", "9.0.", "6.0", "10.1.", "6.1", "11.0.");

  private static final String PAGE =
      """
      <%@page contentType="text/plain;charset=utf-8"%><%
      Integer n = (Integer) session.getAttribute("n");
      session.setAttribute("n", n == null ? 1 : n + 1);
      %>n=${sessionScope.n} ip=<%=request.getRemoteAddr()%> scheme=<%=request.getScheme()%>
      greeting=<%=new javax.naming.InitialContext().lookup("java:comp/env/greeting")%>
      """;
  private static final String SLOW =
      "<%Thread.sleep(Long.parseLong(request.getParameter(\"ms\")));%>slept";
  private static final String LOOK =
      """
      <%String name = request.getParameter("class"); String seen = "hidden";
      try { Class.forName(name, false, Thread.currentThread().getContextClassLoader());
        seen = "seen"; } catch (ClassNotFoundException e) { }
      if (Thread.currentThread().getContextClassLoader()
        .getResource(name.replace('.', '/') + ".class") != null) { seen += " file"; }
      out.print(seen);%>
      """;
  private static final String CONTEXT =
      """
      <Context>
        <Manager className="org.apache.catalina.session.StandardManager"/>
        <Environment name="greeting" type="java.lang.String" value="안녕"/>
      </Context>
      """;

  @TempDir static Path folder;

  private static LocalGrid grid;
  private static Path sessions;

  @BeforeAll
  static void start() throws IOException {
    grid =
        new LocalGrid(
            new LocalGridSettings(
                folder.resolve("grid"),
                1,
                Path.of(System.getProperty("java.home"), "bin", "java"),
                System.getProperty("java.class.path"),
                List.of("-Xmx160m", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1")));
    await()
        .atMost(Duration.ofMinutes(3))
        .pollInterval(Duration.ofMillis(100))
        .until(() -> {
          grid.ensure();
          return grid.members().get(0).state() == Member.State.READY;
        });
    GridAccess access = grid.access();
    sessions =
        Files.writeString(
            folder.resolve("sessions.properties"),
            "servers=%s\nuser=%s\npassword=%s\ncache=%s\napp=test\nunreachable=wait\nnew=1\n"
                .formatted(access.servers(), access.user(), access.password(), access.cache()));
  }

  @AfterAll
  static void stop() {
    grid.members().forEach(m -> grid.process(m.name()).ifPresent(ProcessHandle::destroyForcibly));
  }

  private static Path war(String version) throws IOException {
    return new Archive()
        .webXml(version, "")
        .with("index.jsp", PAGE)
        .with("slow.jsp", SLOW)
        .with("look.jsp", LOOK)
        .with("META-INF/context.xml", CONTEXT)
        .write(folder.resolve("shop-" + version + ".war"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"4.0", "6.0", "6.1"})
  void aSessionOutlivesItsInstance(String version) throws Exception {
    String war = war(version).toString();
    Path home = folder.resolve(version);
    try (Running a = new Running(home.resolve("a"), sessions, "--war", war, "--port", "0");
        Running b = new Running(home.resolve("b"), sessions, "--war", war, "--port", "0")) {
      a.ready();
      assertThat(a.log())
          .contains("COP-3500 Tomcat " + TOMCATS.get(version))
          .contains("runs shop-" + version + ".war: WEB-INF/web.xml declares Servlet " + version)
          .contains("COP-3423 The application's own session manager")
          .contains("COP-3422 The session settings")
          .contains("io.opencop.sessions.manager.SettingsFile");
      HttpResponse<String> first =
          a.get("/", "X-Forwarded-For", "203.0.113.9", "X-Forwarded-Proto", "https");
      assertThat(first.statusCode()).as(a.log()).isEqualTo(200);
      assertThat(first.body()).contains("n=1 ip=203.0.113.9 scheme=https").contains("안녕");
      String cookie = first.headers().firstValue("Set-Cookie").orElseThrow();
      assertThat(cookie).contains("HttpOnly").contains("Secure");
      String id = cookie.split(";", 2)[0];
      assertThat(a.get("/", "Cookie", id).body()).contains("n=2 ");
      a.kill();
      assertThat(b.ready().get("/", "Cookie", id).body()).as(b.log()).contains("n=3 ");
      nothingOfOursIsSeen(b);
      aWrongPathTellsNoVersion(b);
    }
  }

  private static void nothingOfOursIsSeen(Running b) {
    for (String ours :
        List.of(
            "io.opencop.sessions.manager.Sessions",
            "io.opencop.sessions.tomcat.GridManager",
            "io.opencop.sessions.was.Launcher",
            "io.opencop.sessions.shaded.io.netty.buffer.ByteBuf",
            "org.infinispan.client.hotrod.RemoteCache",
            "io.netty.buffer.ByteBuf",
            "com.fasterxml.jackson.core.JsonFactory")) {
      assertThat(b.get("/look.jsp?class=" + ours).body().strip()).as(ours).isEqualTo("hidden");
    }
    assertThat(b.get("/look.jsp?class=org.apache.catalina.filters.CorsFilter").body().strip())
        .isEqualTo("seen file");
  }

  private static void aWrongPathTellsNoVersion(Running b) {
    HttpResponse<String> wrong = b.get("/nowhere");
    assertThat(wrong.statusCode()).isEqualTo(404);
    assertThat(wrong.body()).doesNotContain("Apache").doesNotContainPattern("Tomcat.\\d");
    assertThat(wrong.headers().map()).doesNotContainKey("server").doesNotContainKey("Server");
  }

  @Test
  void requestsUnderWayEndBeforeTheProcessDoes() throws Exception {
    try (Running one =
        new Running(
            folder.resolve("stop"),
            null,
            "--war",
            war("6.0").toString(),
            "--port",
            "0",
            "--context",
            "/shop")) {
      one.ready();
      assertThat(one.get("/shop/").body()).contains("n=1 ");
      assertThat(one.get("/shop/slow.jsp?ms=0").body()).contains("slept");
      var slow = one.begin("/shop/slow.jsp?ms=3000");
      await().pollDelay(Duration.ofMillis(800)).until(() -> true);
      one.stop();
      assertThat(slow.join().statusCode()).isEqualTo(200);
      assertThat(slow.join().body()).contains("slept");
      // 128 + SIGTERM: nobody takes it for an end of its own.
      assertThat(one.exitCode()).isEqualTo(143);
    }
  }

  @Test
  void whatDoesNotStartSaysWhyAndEnds() throws Exception {
    Path broken =
        new Archive()
            .webXml("6.0", "<listener><listener-class>com.acme.Gone</listener-class></listener>")
            .write(folder.resolve("broken.war"));
    try (Running one =
        new Running(folder.resolve("broken"), null, "--war", broken.toString(), "--port", "0")) {
      assertThat(one.exitCode()).isEqualTo(1);
      assertThat(one.log())
          .contains("COP-3505 broken.war did not start")
          .containsPattern("COP-3505.*com.acme.Gone");
    }
    try (ServerSocket taken = new ServerSocket(0, 1, java.net.InetAddress.getLoopbackAddress());
        Running one =
            new Running(
                folder.resolve("taken"),
                null,
                "--war",
                war("6.0").toString(),
                "--port",
                "" + taken.getLocalPort())) {
      assertThat(one.exitCode()).isEqualTo(1);
      assertThat(one.log()).contains("COP-3504 Port " + taken.getLocalPort());
    }
    Path settings = Files.writeString(folder.resolve("wrong.properties"), "servers=a:1\n");
    try (Running one =
        new Running(
            folder.resolve("wrong"), settings, "--war", war("6.0").toString(), "--port", "0")) {
      assertThat(one.exitCode()).isEqualTo(1);
      assertThat(one.log()).contains("COP-3421").contains("password = ?");
    }
    try (Running one = new Running(folder.resolve("usage"), null, "--wra", "x")) {
      assertThat(one.exitCode()).isEqualTo(2);
      assertThat(one.log()).contains("COP-3501").contains("--wra ?");
    }
  }
}
