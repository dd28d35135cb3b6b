package io.opencop.cli.machine;

import io.opencop.cli.Terminal;
import io.opencop.cli.client.RunningPlatform;
import io.opencop.cli.client.RunningPlatforms;
import io.opencop.server.config.Config;
import io.opencop.server.machine.PortHolder;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Looks at the machine the way the platform will use it, and changes nothing. */
public final class Doctor {
  private static final long GIB = 1L << 30;

  private final Config config;
  private final Terminal terminal;
  private final List<Finding> findings = new ArrayList<>();

  /** What this user runs: what these hold is in good hands. */
  private final List<RunningPlatform> own;

  private Doctor(Config config, Terminal terminal) {
    this.config = config;
    this.terminal = terminal;
    this.own = new RunningPlatforms(terminal).living();
  }

  public static List<Finding> examine(Config config, Terminal terminal) {
    Doctor doctor = new Doctor(config, terminal);
    doctor.java();
    doctor.memory();
    doctor.disk();
    doctor.port("web.port", config.web().host(), config.web().port().number());
    doctor.port("otlp.grpc-port", config.otlp().host(), config.otlp().grpcPort().number());
    doctor.port("otlp.http-port", config.otlp().host(), config.otlp().httpPort().number());
    doctor.openFiles();
    doctor.clock();
    doctor.locale();
    doctor.running();
    return doctor.findings;
  }

  private void java() {
    String version = "Java " + Runtime.version() + ", " + System.getProperty("java.vendor", "?");
    findings.add(
        Runtime.version().feature() >= 25
            ? Finding.ok(version, version)
            : Finding.fail(version, version, "Install JDK 25 or later.", "JDK 25 이상을 설치하십시오."));
    String arch = System.getProperty("os.name") + " " + System.getProperty("os.arch");
    int cores = Runtime.getRuntime().availableProcessors();
    findings.add(
        cores >= 2
            ? Finding.ok(arch + ", " + cores + " processors", arch + ", 프로세서 " + cores + "개")
            : Finding.warn(
                arch + ", 1 processor",
                arch + ", 프로세서 1개",
                "The demo runs slowly on one processor; give it a lower load: cop demo --rate 5",
                "프로세서가 하나면 데모가 느립니다. 부하를 낮추십시오: cop demo --rate 5"));
  }

  private void memory() {
    Optional<Long> free = MachineFacts.availableMemory();
    if (free.isEmpty()) {
      findings.add(Finding.ok("memory: cannot be read here", "메모리: 이 시스템에서는 읽을 수 없음"));
      return;
    }
    String amount = gib(free.get());
    findings.add(
        free.get() >= 5 * GIB
            ? Finding.ok(amount + " of memory free", "남은 메모리 " + amount)
            : free.get() >= 2 * GIB
                ? Finding.warn(
                    amount + " of memory free",
                    "남은 메모리 " + amount,
                    "Enough for the platform; the demo with its shop wants 5 GiB.",
                    "플랫폼에는 충분하지만 데모 상점까지는 5 GiB가 필요합니다.")
                : Finding.fail(
                    amount + " of memory free",
                    "남은 메모리 " + amount,
                    "The platform wants 2 GiB: close something.",
                    "플랫폼에는 2 GiB가 필요합니다. 다른 프로그램을 닫으십시오."));
  }

  private void disk() {
    Path dir = config.data().dir();
    Path existing = dir;
    while (existing != null && !Files.exists(existing)) {
      existing = existing.getParent();
    }
    try {
      if (existing == null || !Files.isWritable(existing)) {
        findings.add(
            Finding.fail(
                "the data folder " + dir + " cannot be written",
                "데이터 폴더 " + dir + "에 쓸 수 없음",
                "Choose another: --data <folder>",
                "다른 폴더를 쓰십시오: --data <폴더>"));
        return;
      }
      long free = Files.getFileStore(existing).getUsableSpace();
      long least = config.data().minFree().bytes();
      findings.add(
          free > 4 * least
              ? Finding.ok(gib(free) + " free at " + dir, dir + "에 남은 공간 " + gib(free))
              : Finding.warn(
                  gib(free) + " free at " + dir,
                  dir + "에 남은 공간 " + gib(free),
                  "Below " + config.data().minFree() + " (data.min-free) receiving stops.",
                  config.data().minFree() + "(data.min-free) 아래로 내려가면 수신을 멈춥니다."));
    } catch (IOException e) {
      findings.add(
          Finding.warn(
              "the free space at " + dir + " cannot be read",
              dir + "의 남은 공간을 읽을 수 없음",
              "Check the file system.",
              "파일 시스템을 확인하십시오."));
    }
    MachineFacts.lockHolder(dir)
        .ifPresent(holder ->
            findings.add(
                Finding.warn(
                    "the data folder is in use: " + holder,
                    "데이터 폴더가 사용 중: " + holder,
                    "A platform runs there already: cop link opens it; another one needs --data"
                        + " <folder>.",
                    "이미 그곳에서 플랫폼이 실행 중입니다. cop link로 열거나, 하나 더 띄우려면 --data <폴더>를" + " 쓰십시오.")));
  }

  private void port(String key, String host, int port) {
    if (port == 0) {
      return;
    }
    try (ServerSocket probe = new ServerSocket()) {
      probe.setReuseAddress(true);
      probe.bind(new InetSocketAddress(InetAddress.getByName(host), port));
      findings.add(Finding.ok(key + " " + port + " is free", key + " " + port + " 포트가 비어 있음"));
    } catch (IOException e) {
      Optional<PortHolder> found = PortHolder.of(port);
      if (found.map(PortHolder::pid).filter(this::isOwn).isPresent()) {
        findings.add(
            Finding.ok(
                key + " " + port + " is open: this user's platform runs there",
                key + " " + port + " 포트에서 이 사용자의 플랫폼이 실행 중"));
        return;
      }
      String holder = found.map(PortHolder::toString).orElse(e.getMessage());
      findings.add(
          Finding.fail(
              key + " " + port + " cannot be opened: " + holder,
              key + " " + port + " 포트를 열 수 없음: " + holder,
              "Stop it, or choose another port: --set " + key + "=<port>",
              "그것을 멈추거나 다른 포트를 쓰십시오: --set " + key + "=<포트>"));
    }
  }

  private boolean isOwn(long pid) {
    return own.stream().anyMatch(p -> p.pid() == pid);
  }

  private void running() {
    for (RunningPlatform p : own) {
      findings.add(Finding.ok("running: " + p, "실행 중: " + p));
    }
  }

  private void openFiles() {
    MachineFacts.openFileLimit()
        .ifPresent(n ->
            findings.add(
                n >= 4096
                    ? Finding.ok(n + " open files allowed", "열 수 있는 파일 " + n + "개")
                    : Finding.warn(
                        "only " + n + " open files allowed",
                        "열 수 있는 파일이 " + n + "개뿐임",
                        "ulimit -n 65536 in this shell, before starting.",
                        "시작하기 전에 이 셸에서 ulimit -n 65536을 실행하십시오.")));
  }

  /**
   * A clock before this release was made, or a file system that disagrees, spoils every time range.
   */
  private void clock() {
    Instant now = Instant.now();
    try {
      Path probe = Files.createTempFile("cop-clock", "");
      Duration apart = Duration.between(Files.getLastModifiedTime(probe).toInstant(), now).abs();
      Files.delete(probe);
      boolean sane =
          now.isAfter(Instant.parse("2026-01-01T00:00:00Z"))
              && apart.compareTo(Duration.ofSeconds(5)) < 0;
      findings.add(
          sane
              ? Finding.ok("clock: " + now, "시계: " + now)
              : Finding.warn(
                  "the clock says " + now,
                  "시계가 " + now + "(을)를 가리킴",
                  "Set the clock (for example with chrony or timedatectl).",
                  "시계를 맞추십시오(예: chrony, timedatectl)."));
    } catch (IOException e) {
      findings.add(
          Finding.fail(
              "no temporary file can be written",
              "임시 파일을 쓸 수 없음",
              "Check TMPDIR and its free space.",
              "TMPDIR과 남은 공간을 확인하십시오."));
    }
  }

  private void locale() {
    Charset output = Charset.forName(System.getProperty("stdout.encoding", "UTF-8"));
    String lang = terminal.lang().tag();
    boolean utf8 = output.name().equals("UTF-8");
    findings.add(
        utf8 || !interactive()
            ? Finding.ok("language " + lang + ", " + output, "언어 " + lang + ", " + output)
            : Finding.warn(
                "the terminal is " + output + ", we write UTF-8",
                "터미널은 " + output + "인데 출력은 UTF-8임",
                "export LANG=C.UTF-8 (or ko_KR.UTF-8)",
                "export LANG=ko_KR.UTF-8"));
  }

  private static boolean interactive() {
    return System.console().isTerminal();
  }

  private static String gib(long bytes) {
    return String.format(Locale.ROOT, "%.1f GiB", bytes / (double) GIB);
  }
}
