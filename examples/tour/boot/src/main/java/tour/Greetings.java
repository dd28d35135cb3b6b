package tour;

import java.time.LocalTime;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Says hello, and the time. */
@SpringBootApplication
@RestController
public class Greetings {
  private static final Logger LOG = LoggerFactory.getLogger(Greetings.class);

  public static void main(String[] args) {
    SpringApplication.run(Greetings.class, args);
  }

  /** The answer to {@code GET /?name=Kim}. */
  public record Greeting(String text, LocalTime time, long process) {}

  @GetMapping("/")
  public Greeting greet(@RequestParam(defaultValue = "world") String name) {
    LOG.info("greeting {}", name);
    return new Greeting("Hello, " + name, LocalTime.now(), ProcessHandle.current().pid());
  }
}
