package io.opencop.bench.proxy;

import io.opencop.bench.target.BenchException;
import io.opencop.bench.target.Ports;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Proxies of others, set up to do the same: connections kept on both sides, as many workers, the
 * client's name and address passed on, no access log.
 */
final class Peers {
  private static final List<String> FOLDERS =
      List.of("/usr/sbin", "/usr/local/sbin", "/usr/local/bin", "/opt/homebrew/bin");

  private Peers() {}

  static Optional<Proxy> nginx(Path folder, int application, int workers) {
    return program("nginx")
        .map(program -> {
          int port = Ports.one();
          String user = System.getProperty("user.name").equals("root") ? "user root;\n" : "";
          Path conf =
              write(
                  folder.resolve("nginx.conf"),
                  user
                      + """
                      daemon off;
                      worker_processes %d;
                      pid nginx.pid;
                      error_log stderr warn;
                      events { worker_connections 4096; }
                      http {
                        access_log off;
                        client_body_temp_path body;
                        proxy_temp_path proxy;
                        fastcgi_temp_path fastcgi;
                        uwsgi_temp_path uwsgi;
                        scgi_temp_path scgi;
                        keepalive_requests 1000000000;
                        upstream application {
                          server 127.0.0.1:%d;
                          keepalive 256;
                          keepalive_requests 1000000000;
                        }
                        server {
                          listen 127.0.0.1:%d reuseport;
                          location / {
                            proxy_pass http://application;
                            proxy_http_version 1.1;
                            proxy_set_header Connection "";
                            proxy_set_header Host $http_host;
                            proxy_set_header X-Forwarded-For $remote_addr;
                            proxy_set_header X-Forwarded-Proto $scheme;
                            proxy_set_header X-Forwarded-Host $http_host;
                          }
                        }
                      }
                      """
                          .formatted(workers, application, port));
          List<String> command = new ArrayList<>(List.of(program, "-p", folder.toString()));
          command.addAll(List.of("-e", "stderr", "-c", conf.toString()));
          return Proxy.start("nginx", command, folder.resolve("nginx.log"), () -> port);
        });
  }

  static Optional<Proxy> haproxy(Path folder, int application, int workers) {
    return program("haproxy")
        .map(program -> {
          int port = Ports.one();
          Path conf =
              write(
                  folder.resolve("haproxy.cfg"),
                  """
                  global
                    nbthread %d
                    maxconn 8192
                  defaults
                    mode http
                    option forwardfor
                    http-reuse always
                    timeout connect 1s
                    timeout client 1m
                    timeout server 1m
                  frontend way_in
                    bind 127.0.0.1:%d
                    http-request set-header X-Forwarded-Proto http
                    http-request set-header X-Forwarded-Host %%[req.hdr(Host)]
                    default_backend application
                  backend application
                    server one 127.0.0.1:%d pool-max-conn -1
                  """
                      .formatted(workers, port, application));
          return Proxy.start(
              "HAProxy",
              List.of(program, "-db", "-f", conf.toString()),
              folder.resolve("haproxy.log"),
              () -> port);
        });
  }

  private static Path write(Path file, String text) {
    try {
      return Files.writeString(file, text);
    } catch (IOException e) {
      throw new BenchException(file + ": " + e.getMessage(), e);
    }
  }

  private static Optional<String> program(String name) {
    List<String> folders = new ArrayList<>();
    String path = System.getenv("PATH");
    if (path != null) {
      folders.addAll(List.of(path.split(Pattern.quote(File.pathSeparator), -1)));
    }
    folders.addAll(FOLDERS);
    return folders.stream()
        .filter(f -> !f.isEmpty())
        .map(f -> Path.of(f, name))
        .filter(Files::isExecutable)
        .map(Path::toString)
        .findFirst();
  }
}
