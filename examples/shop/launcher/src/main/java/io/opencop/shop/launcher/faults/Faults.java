package io.opencop.shop.launcher.faults;

import io.opencop.shop.database.ShopDatabase;
import io.opencop.shop.launcher.Gateway;
import io.opencop.shop.launcher.changes.Pipeline;
import io.opencop.shop.launcher.load.LoadGenerator;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The nine faults. Their names are known here and to whoever switches them, to nobody else. */
public final class Faults {
  private static final int GATEWAY_DELAY_MILLIS = 1500;
  private static final double SURGE = 5;

  /** How to reach a database. */
  public interface Connections {
    Connection to(ShopDatabase database) throws SQLException;
  }

  private record Entry(Fault fault, String ko, String en) {}

  private final Map<String, Entry> faults = new LinkedHashMap<>();
  private final Set<String> on = new LinkedHashSet<>();

  public Faults(Pipeline pipeline, Connections connections, Gateway gateway, LoadGenerator load) {
    add(
        "pool-shrunk",
        FaultStories.poolShrunk(pipeline),
        "주문 서비스의 커넥션 풀을 설정으로 줄입니다",
        "the order service's connection pool is made too small by configuration");
    add(
        "slow-query",
        new IndexFault(pipeline, connections::to),
        "카탈로그의 상품평 인덱스를 삭제합니다",
        "the catalog's index on reviews is dropped");
    add(
        "n-plus-one",
        FaultStories.nPlusOne(pipeline),
        "상품마다 쿼리를 보내는 카탈로그 1.5.0을 배포합니다",
        "catalog 1.5.0 asks the database once per product");
    add(
        "exception",
        FaultStories.exception(pipeline),
        "간편 결제에서 예외가 나는 결제 1.5.0을 배포합니다",
        "payment 1.5.0 throws for one way to pay");
    add(
        "downstream-delay",
        new SwitchFault(() -> gateway.delay(GATEWAY_DELAY_MILLIS), () -> gateway.delay(0)),
        "외부 결제 승인이 1.5초 늦어집니다",
        "the card company's approval takes 1.5 s longer");
    add(
        "memory-leak",
        FaultStories.memoryLeak(pipeline),
        "메모리가 새는 스토어프런트 1.5.0을 배포합니다",
        "storefront 1.5.0 keeps every page for ever");
    add(
        "cpu-burn",
        FaultStories.cpuBurn(pipeline),
        "상품 상세에서 CPU를 많이 쓰는 기능을 켭니다",
        "a feature of the catalog's product page burns CPU");
    add(
        "lock-contention",
        FaultStories.lockContention(pipeline),
        "재고 조회와 예약이 한 행의 잠금을 기다립니다",
        "all stock requests wait for one row lock");
    add(
        "traffic-surge",
        new SwitchFault(() -> load.multiply(SURGE), () -> load.multiply(1)),
        "요청이 다섯 배로 늘어납니다",
        "five times the requests");
  }

  private void add(String name, Fault fault, String ko, String en) {
    faults.put(name, new Entry(fault, ko, en));
  }

  public boolean knows(String name) {
    return faults.containsKey(name);
  }

  public synchronized List<FaultStatus> all() {
    return faults.entrySet().stream()
        .map(e ->
            new FaultStatus(
                e.getKey(), on.contains(e.getKey()), e.getValue().ko(), e.getValue().en()))
        .toList();
  }

  /** Switches a fault; does nothing when it is so already. One at a time. */
  public synchronized void set(String name, boolean wanted)
      throws IOException, SQLException, InterruptedException {
    Fault fault = faults.get(name).fault();
    if (wanted && !on.contains(name)) {
      fault.on();
      on.add(name);
    } else if (!wanted && on.contains(name)) {
      fault.off();
      on.remove(name);
    }
  }
}
