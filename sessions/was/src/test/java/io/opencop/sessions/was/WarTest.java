package io.opencop.sessions.was;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Which Tomcat a WAR gets. */
class WarTest {
  /** What a class that uses them has in its constant pool. */
  private static final String JAVAX = "\u0001\u0000javax/servlet/http/HttpServlet\u0001";

  private static final String JAKARTA = "\u0001\u0000jakarta/servlet/http/HttpServlet\u0001";

  @TempDir Path folder;

  private final Locale before = Locale.getDefault();

  @BeforeEach
  void english() {
    Locale.setDefault(Locale.ENGLISH);
  }

  @AfterEach
  void asBefore() {
    Locale.setDefault(before);
  }

  private Choice choice(Archive archive) throws IOException {
    try (War war = new War(archive.write(folder.resolve("a.war")))) {
      return war.choice();
    }
  }

  @Test
  void itsOwnClassesKnowBest() throws IOException {
    Archive old = new Archive().with("WEB-INF/classes/a/Shop.class", JAVAX).webXml("6.0", "");
    assertThat(choice(old))
        .isEqualTo(new Choice(Tomcat.NINE, "WEB-INF/classes/ uses javax.servlet"));
    Archive late = new Archive().with("WEB-INF/classes/a/Shop.class", JAKARTA).webXml("3.1", "");
    assertThat(choice(late))
        .isEqualTo(new Choice(Tomcat.TEN, "WEB-INF/classes/ uses jakarta.servlet"));
  }

  @Test
  void theDescriptorDecidesBetweenBoth() throws IOException {
    Archive both =
        new Archive()
            .with("WEB-INF/classes/a/A.class", JAVAX)
            .with("WEB-INF/classes/a/B.class", JAKARTA)
            .webXml("4.0", "");
    assertThat(choice(both))
        .isEqualTo(new Choice(Tomcat.NINE, "WEB-INF/web.xml declares Servlet 4.0"));
  }

  @Test
  void servletSixOneIsForEleven() throws IOException {
    Archive declared = new Archive().with("WEB-INF/classes/a/A.class", JAKARTA).webXml("6.1", "");
    assertThat(choice(declared))
        .isEqualTo(new Choice(Tomcat.ELEVEN, "WEB-INF/web.xml declares Servlet 6.1"));
    Archive spring =
        new Archive()
            .with("WEB-INF/classes/a/A.class", JAKARTA)
            .with("WEB-INF/lib/spring-web-7.0.9.jar", new Archive());
    assertThat(choice(spring))
        .isEqualTo(new Choice(Tomcat.ELEVEN, "WEB-INF/lib/spring-web-7.0.9.jar needs Servlet 6.1"));
  }

  @Test
  void librariesSpeakWhereClassesAreSilent() throws IOException {
    assertThat(choice(library("spring-web-5.3.39.jar", "")).tomcat()).isEqualTo(Tomcat.NINE);
    assertThat(choice(library("spring-web-6.2.19.jar", "")).tomcat()).isEqualTo(Tomcat.TEN);
    assertThat(choice(library("spring-boot-4.1.1.jar", "")).tomcat()).isEqualTo(Tomcat.ELEVEN);
    assertThat(choice(library("jakarta.servlet-api-6.1.0.jar", "")).tomcat())
        .isEqualTo(Tomcat.ELEVEN);
    assertThat(choice(library("struts.jar", JAVAX)))
        .isEqualTo(new Choice(Tomcat.NINE, "WEB-INF/lib/struts.jar uses javax.servlet"));
    assertThat(choice(library("jersey.jar", JAKARTA)).tomcat()).isEqualTo(Tomcat.TEN);
    assertThat(choice(library("logback.jar", JAVAX + JAKARTA)).why()).startsWith("nothing in it");
  }

  private static Archive library(String name, String classFile) {
    return new Archive()
        .with("WEB-INF/classes/a/A.class", "none")
        .with("WEB-INF/lib/" + name, new Archive().with("a/L.class", classFile));
  }

  @Test
  void anOldDescriptorOrNothingAtAll() throws IOException {
    Archive typed =
        new Archive()
            .with(
                "WEB-INF/web.xml",
                "<!DOCTYPE web-app SYSTEM \"http://127.0.0.1:1/none.dtd\"><web-app/>");
    assertThat(choice(typed))
        .isEqualTo(new Choice(Tomcat.NINE, "WEB-INF/web.xml declares Servlet 2.3"));
    assertThat(choice(new Archive().with("index.html", "hello")).tomcat()).isEqualTo(Tomcat.TEN);
  }

  @Test
  void whatIsNoWarIsNamed() throws IOException {
    Path text = Files.writeString(folder.resolve("no.war"), "no");
    assertThatThrownBy(() -> new War(text))
        .hasMessageContaining("COP-3502")
        .hasMessageContaining(text.toString());
    assertThatThrownBy(() -> new War(folder.resolve("gone.war"))).hasMessageContaining("gone.war");
    Archive broken = new Archive().with("WEB-INF/web.xml", "<web-app");
    assertThatThrownBy(() -> choice(broken)).hasMessageContaining("COP-3502");
  }
}
