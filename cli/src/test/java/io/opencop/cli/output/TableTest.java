package io.opencop.cli.output;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class TableTest {
  @Test
  void koreanTakesTwoColumnsAndNumbersAreRightAligned() {
    Table table = new Table(List.of("이름", ">수", "끝"));
    table.add(List.of("결제", "7", "x"));
    table.add(List.of("order", "1,000", "y"));
    assertThat(table.toString().lines())
        .containsExactly("이름       수   끝", "결제        7   x", "order   1,000   y");
  }

  @Test
  void textOfTelemetryCannotDriveTheTerminal() {
    assertThat(Table.plain("a\u001b[31mred\u0007\nb\u202Ec"))
        .isEqualTo("a\\u001b[31mred\\u0007 b\\u202ec");
  }
}
