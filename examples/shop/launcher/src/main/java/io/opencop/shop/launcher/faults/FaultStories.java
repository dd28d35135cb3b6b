package io.opencop.shop.launcher.faults;

import io.opencop.shop.launcher.Service;
import io.opencop.shop.launcher.changes.Pipeline;
import io.opencop.shop.launcher.changes.Story;
import java.util.Map;

/** The faults that come with a Change, told as the team that made them would tell it. */
final class FaultStories {
  private FaultStories() {}

  static Fault poolShrunk(Pipeline pipeline) {
    Story story =
        Story.withDiff("DB 연결 수 절감: order 풀 크기 조정 (fewer connections)", "최도윤", "order-pool");
    return new ConfigFault(
        pipeline,
        Service.ORDER,
        Map.of("DB_POOL_SIZE", "1", "DB_POOL_TIMEOUT_MS", "1500"),
        story,
        story.undone("order 풀 크기 원복 (pool size restored)"));
  }

  static Fault nPlusOne(Pipeline pipeline) {
    return new ReleaseFault(
        pipeline,
        Service.CATALOG,
        "1.5.0",
        "CATALOG_RATINGS",
        "live",
        Story.withDiff("상품 목록 별점을 실시간으로 표시 (live ratings)", "이수민", "catalog-1.5.0"));
  }

  static Fault exception(Pipeline pipeline) {
    return new ReleaseFault(
        pipeline,
        Service.PAYMENT,
        "1.5.0",
        "PAYMENT_FEES",
        "by-method",
        Story.withDiff("결제 수단별 수수료 적용 (fees by method)", "정유진", "payment-1.5.0"));
  }

  static Fault memoryLeak(Pipeline pipeline) {
    return new ReleaseFault(
        pipeline,
        Service.STOREFRONT,
        "1.5.0",
        "PAGE_SNAPSHOTS",
        "on",
        Story.withDiff("뒤로 가기 속도 개선: 페이지 스냅샷 (page snapshots)", "김하늘", "storefront-1.5.0"));
  }

  static Fault cpuBurn(Pipeline pipeline) {
    return new FlagFault(
        pipeline,
        Service.CATALOG,
        "similar-products",
        Story.of("비슷한 상품 추천 켜기 (similar products on)", "이수민"),
        Story.of("비슷한 상품 추천 끄기 (similar products off)", "이수민"));
  }

  static Fault lockContention(Pipeline pipeline) {
    return new FlagFault(
        pipeline,
        Service.INVENTORY,
        "strict-stock-count",
        Story.of("재고 정합성 검사 강화 (strict stock count on)", "오세훈"),
        Story.of("재고 정합성 검사 원복 (strict stock count off)", "오세훈"));
  }
}
