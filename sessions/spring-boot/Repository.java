import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/** Puts files into a Maven repository: {@code java Repository.java TARGET-WITHOUT-ENDING FILE...}. */
final class Repository {
  private Repository() {}

  public static void main(String[] arguments) throws IOException {
    for (int i = 1; i < arguments.length; i++) {
      Path file = Path.of(arguments[i]);
      String name = file.getFileName().toString();
      Path target = Path.of(arguments[0] + name.substring(name.lastIndexOf('.')));
      Files.createDirectories(target.getParent());
      Files.copy(file, target, StandardCopyOption.REPLACE_EXISTING);
    }
  }
}
