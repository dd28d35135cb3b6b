package io.opencop.bench.generate;

import java.util.List;

/** What services write, in both languages, in the manner of the demo shop's own lines. */
final class LogLines {
  static final List<String> ALL =
      List.of(
          "상품 검색 '커피' 결과 {d2}건",
          "상품 상세 조회: 제주 감귤 (Jeju tangerines) id={d4}",
          "상품 상세 조회: 한라봉 주스 (Hallabong juice) id={d4}",
          "주문 완료: {order} 회원 {user} 결제금액 {d5}원",
          "주문 취소: {order} 사유 OUT_OF_STOCK",
          "결제 승인: 주문 {order} 수단 CARD 금액 {d5}원 승인번호 {d8}",
          "결제 거절: 주문 {order} 수단 TRANSFER 금액 {d5}원",
          "재고 예약 완료: 주문 {order} 품목 {d1}개",
          "출고 지시: 주문 {order} 품목 {d1}개",
          "재고 부족: 상품 {d4} 수량 {d1}",
          "장바구니 담기: 상품 {d4} 수량 {d1}",
          "로그인: 회원 {user} 등급 GOLD",
          "로그인: 회원 {user} 등급 SILVER",
          "입고 완료: {d2}개 상품 재고 보충",
          "order {order} placed by {user}, total {d5}, took {d3} ms",
          "GET /api/v1/products/{d4} 200 {d3} ms",
          "POST /api/v1/orders 201 {d3} ms user={user}",
          "cache miss for product:{d4}, loading from database",
          "refreshed price list, {d4} entries, version {x8}",
          "connection pool HikariPool-1: active={d1} idle={d1} waiting=0",
          "consumed order.events partition={d1} offset={d8}",
          "retrying call to payment, attempt 2 of 3, waited {d3} ms",
          "slow query ({d4} ms): SELECT id, status FROM orders WHERE member_id = ?",
          "session {session} renewed");

  private LogLines() {}
}
