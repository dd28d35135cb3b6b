package io.opencop.bench.generate;

import java.util.ArrayList;
import java.util.List;

/**
 * The log statements of {@code examples/shop}, with values like its own: products by name and
 * number, orders and members by number, amounts, approval numbers. How often each is written
 * follows the load generator: most visits look, some fill a cart, fewer order.
 */
final class ShopLines {
  static final int SERVICES = 5;

  private static final String[] PRODUCTS = {
    "제주 감귤 (Jeju tangerines)",
    "한라봉 주스 (Hallabong juice)",
    "무선 이어폰 (Wireless earbuds)",
    "스테인리스 텀블러 (Steel tumbler)",
    "여름 이불 세트 (Summer bedding set)",
    "캠핑 의자 (Camping chair)",
    "핸드드립 커피 원두 (Hand-drip coffee beans)",
    "기계식 키보드 (Mechanical keyboard)"
  };

  private ShopLines() {}

  /** The lines of one service; what is written more often stands there more than once. */
  static List<String> of(int service) {
    return switch (service) {
      case 0 -> browsing();
      case 1 ->
          repeated(
              8,
              "장바구니 담기: 상품 {d3} 수량 {d1}",
              3,
              "로그인: 회원 {d4} 등급 SILVER",
              1,
              "로그인: 회원 {d4} 등급 GOLD",
              1,
              "로그인 실패");
      case 2 ->
          repeated(
              12, "주문 완료: {order} 회원 {d4} 결제금액 {d5}원",
              1, "주문 취소: {order} 사유 402 PAYMENT_REQUIRED",
              1, "베스트셀러 갱신: 상품 [{d3}, {d3}, {d3}, {d3}, {d3}]");
      case 3 ->
          repeated(
              8, "결제 승인: 주문 {order} 수단 CARD 금액 {d5}원 승인번호 {d8}",
              4, "결제 승인: 주문 {order} 수단 TRANSFER 금액 {d5}원 승인번호 {d8}",
              1, "결제 거절: 주문 {order} 수단 CARD 금액 {d5}원");
      default ->
          repeated(
              10,
              "재고 예약 완료: 주문 {order} 품목 {d1}개",
              10,
              "출고 지시: 주문 {order} 품목 {d1}개",
              1,
              "재고 예약 취소: 주문 {order}",
              1,
              "재고 부족: 상품 {d3} 수량 {d1}",
              1,
              "입고 완료: {d2}개 상품 재고 보충");
    };
  }

  private static List<String> browsing() {
    List<String> lines = new ArrayList<>(repeated(8, "상품 검색 '커피' 결과 {d2}건"));
    for (String product : PRODUCTS) {
      lines.addAll(repeated(4, "상품 상세 조회: " + product + " id={d3}"));
    }
    return lines;
  }

  private static List<String> repeated(Object... timesAndLine) {
    List<String> lines = new ArrayList<>();
    for (int i = 0; i < timesAndLine.length; i += 2) {
      for (int n = 0; n < (Integer) timesAndLine[i]; n++) {
        lines.add((String) timesAndLine[i + 1]);
      }
    }
    return lines;
  }
}
