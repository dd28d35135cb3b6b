package io.opencop.bench.failover;

/** What happens in a round. */
public enum Event {
  INSTANCE("kill -9 of an instance", "인스턴스 kill -9"),
  MEMBER("kill -9 of a grid member", "그리드 멤버 kill -9"),
  PLATFORM("kill -9 of the platform", "플랫폼 kill -9"),
  RELEASE("rolling release", "롤링 릴리스"),
  SCALE("scale 2 to 4 to 2", "2→4→2 확장·축소");

  private final String en;
  private final String ko;

  Event(String en, String ko) {
    this.en = en;
    this.ko = ko;
  }

  public String en() {
    return en;
  }

  public String ko() {
    return ko;
  }
}
