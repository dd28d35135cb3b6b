package io.opencop.dist;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import io.opencop.server.config.Config;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A setting that nobody reads is a lie to whoever sets it. */
class SettingsAreReadTest {
  @Test
  void everySettingIsReadByThePlatform() {
    JavaClasses classes =
        new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("io.opencop");
    List<String> unread = new ArrayList<>();
    for (RecordComponent section : Config.class.getRecordComponents()) {
      JavaClass type = classes.get(section.getType());
      for (RecordComponent component : section.getType().getRecordComponents()) {
        JavaMethod accessor = type.getMethod(component.getName());
        boolean read =
            accessor.getAccessesToSelf().stream()
                .anyMatch(a -> !a.getOriginOwner().getPackageName().endsWith(".server.config"));
        if (!read && !isReadThroughItsRecord(section, component)) {
          unread.add(section.getName() + "." + component.getName());
        }
      }
    }
    assertThat(unread).isEmpty();
  }

  /** {@code TlsConfig.present()} asks for both files on behalf of its callers. */
  private static boolean isReadThroughItsRecord(RecordComponent section, RecordComponent c) {
    return section.getName().equals("tls") && List.of("certificate", "key").contains(c.getName());
  }
}
