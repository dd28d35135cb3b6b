package io.opencop.telemetry.drain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What becomes a value, when words do, what is bounded, and what survives a restart. */
class DrainTest {
  private final Drain drain = new Drain();

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "took 12 ms, 3.5% of 10.2.3.4:8080 | took <*> ms, <*> of <*>",
        "2026-03-01T10:00:00.123+09:00 INFO ready | <*> INFO ready",
        "id 4e358b9f-d33b-45a7-b7c6-9ed84c6f7dd2 gone | id <*> gone",
        "s3 and k8s use utf8 over http2 | s3 and k8s use utf8 over http2",
        "relation \"orders\" does not exist | relation <*> does not exist",
        "can't find 'Kim Lee' in list | can't find <*> in list",
        "user=kim status=late, took=slow | user=<*> status=<*>, took=<*>",
        "level=info msg=\"cart is empty\" user=kim | level=<*> msg=\"cart is empty\" user=<*>",
        "{\"level\":\"info\",\"msg\":\"cart is empty\",\"ok\":true} | {\"level\":<*>,\"msg\":\"cart is empty\",\"ok\":<*>}",
        "answer {\"a\":[1,2,{}]} came | answer <*> came",
        "\"GET /api/orders?page=2 HTTP/1.1\" done | \"GET <*>\" done",
        "GET https://shop.example/api?q=a&b=c failed | GET <*> failed",
        "mail to kim@shop.example sent | mail to <*> sent",
        "[stationName: nanjing] [Order found] | [stationName: <*>] [Order found]",
        "at Sun, 06 Nov 1994 08:49:37 GMT again | at <*> GMT again",
        "주문 1234번이 접수되었습니다 | 주문 <*>번이 접수되었습니다",
        "김민수님이 로그인했습니다 | <*>님이 로그인했습니다",
        "사용자 '홍길동' 없음 | 사용자 <*> 없음",
        "소요시간：16ms | 소요시간：<*>",
        "ratio - 0x1f done. | ratio - <*> done.",
        "o.a.c.C.[.[/].[servlet] : started | o.a.c.C.[.[/].[servlet] : started"
      })
  void tellsValuesFromWords(String line, String template) {
    assertThat(add("a", line).text()).isEqualTo(template);
  }

  @Test
  void ofSeveralLinesTheFirstCounts() {
    Template first = add("a", "\r\n  Order 1 failed\n\tat a.B.c(B.java:1)");
    assertThat(first.text()).isEqualTo("Order <*> failed");
    assertThat(add("a", "Order 2 failed\r\nCaused by: x")).isSameAs(first);
    assertThat(add("a", "").text()).isEqualTo("(empty)");
  }

  @Test
  void aWordBecomesAValueWhenItHasVariedOftenEnough() {
    List<Template> given = new ArrayList<>();
    for (String name : List.of("kim", "lee", "park", "choi", "jung", "kang", "cho", "yoon")) {
      given.add(add("a", "user " + name + " logged in"));
    }
    assertThat(given).doesNotHaveDuplicates();
    Template general = add("a", "user jang logged in");
    assertThat(general).isSameAs(given.get(0));
    assertThat(general.text()).isEqualTo("user <*> logged in");
    // Ids that were given stay valid, and lead to what their template became.
    assertThat(given).allSatisfy(t -> assertThat(t.current()).isSameAs(general));
    assertThat(drain.template(given.get(5).id()).text()).isEqualTo("user <*> logged in");
    assertThat(add("a", "user lim logged in")).isSameAs(general);
    assertThat(drain.service("a").size()).isEqualTo(1);
  }

  @Test
  void twoOutcomesStayTwoTemplates() {
    assertThat(add("a", "Payment 1 accepted")).isNotSameAs(add("a", "Payment 2 declined"));
  }

  @Test
  void servicesDoNotShareTemplates() {
    Template a = add("a", "ready");
    Template b = add("b", "ready");
    assertThat(b.id()).isNotEqualTo(a.id());
    assertThat(b.service()).isEqualTo("b");
  }

  @Test
  void whatIsTooMuchIsFoldedAndCounted() {
    Drain small = new Drain(20, 2);
    Random random = new Random(1);
    for (int i = 0; i < 5000; i++) {
      add(small, "a", random(random) + " " + random(random) + " " + random(random));
    }
    assertThat(small.service("a").size()).isLessThanOrEqualTo(20);
    assertThat(small.folded()).isPositive().isEqualTo(small.service("a").folded());
    assertThat(add(small, "a", "quite another thing happened here").text()).isEqualTo("(other)");
    add(small, "b", "ready");
    assertThat(add(small, "c", "ready").service()).isEqualTo("(other)");
    assertThat(small.service("d")).isSameAs(small.service("c"));
  }

  @Test
  void aRestartInTheMiddleChangesNoId() throws Exception {
    List<GroupingTest.Line> lines = new ArrayList<>();
    for (int i = 0; i < 3; i++) {
      lines.addAll(GroupingTest.labelled());
    }
    lines.add(new GroupingTest.Line("new", "", "a service seen last"));
    List<Long> expected = ids(drain, lines);
    for (int restart = 0; restart <= lines.size(); restart += 37) {
      Drain before = new Drain();
      List<Long> ids = ids(before, lines.subList(0, restart));
      Drain after = new Drain();
      DrainState.restore(after, DrainState.toBytes(before));
      ids.addAll(ids(after, lines.subList(restart, lines.size())));
      assertThat(ids).isEqualTo(expected);
      for (long id : expected) {
        assertThat(after.template(id).text()).isEqualTo(drain.template(id).text());
      }
    }
  }

  @Test
  void refusesStateOfANewerFormat() {
    byte[] state = DrainState.toBytes(drain);
    ByteBuffer.wrap(state).putInt(0, 2);
    assertThatThrownBy(() -> DrainState.restore(new Drain(), state))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("format 2");
  }

  @Property(tries = 300)
  void takesAnyBytes(@ForAll @Size(max = 300) byte[] bytes, @ForAll boolean restart)
      throws IOException {
    byte[] embedded = new byte[bytes.length + 10];
    System.arraycopy(bytes, 0, embedded, 5, bytes.length);
    Template t = add(drain, "a", new String(bytes, StandardCharsets.ISO_8859_1));
    assertThat(t.text()).isNotEmpty();
    Template raw = drain.add("b", embedded, 5, bytes.length);
    assertThat(drain.add("b", bytes, 0, bytes.length).current()).isSameAs(raw.current());
    if (restart) {
      Drain after = new Drain();
      DrainState.restore(after, DrainState.toBytes(drain));
      assertThat(after.add("b", bytes, 0, bytes.length).id()).isEqualTo(raw.id());
    }
  }

  @Property(tries = 300)
  void takesLinesMadeOfSyntax(@ForAll("syntax") String line) {
    assertThat(add("a", line).text()).isNotEmpty();
    assertThat(add("a", line.repeat(200))).isNotNull();
  }

  @Provide
  Arbitrary<String> syntax() {
    return Arbitraries.of(
            "\"",
            "'",
            "[",
            "]",
            "{",
            "}",
            "(",
            ")",
            "=",
            ":",
            ",",
            " ",
            "\\",
            "msg",
            "a",
            "1",
            "님",
            "가",
            "\u001b[31m",
            "://",
            "Mon",
            "Jan",
            "GET /",
            "@",
            ".",
            "-",
            "\n")
        .list()
        .ofMaxSize(60)
        .map(parts -> String.join("", parts));
  }

  private static String random(Random random) {
    StringBuilder b = new StringBuilder();
    for (int i = 0; i < 8; i++) {
      b.append((char) ('g' + random.nextInt(20)));
    }
    return b.toString();
  }

  private static List<Long> ids(Drain drain, List<GroupingTest.Line> lines) {
    List<Long> ids = new ArrayList<>();
    for (GroupingTest.Line line : lines) {
      ids.add(add(drain, line.service(), line.text()).id());
    }
    return ids;
  }

  private Template add(String service, String line) {
    return add(drain, service, line);
  }

  private static Template add(Drain drain, String service, String line) {
    byte[] bytes = line.getBytes(StandardCharsets.UTF_8);
    return drain.add(service, bytes, 0, bytes.length);
  }
}
