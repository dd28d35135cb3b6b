package io.opencop.shop.launcher.changes;

import io.opencop.shop.launcher.Daemon;
import io.opencop.shop.launcher.Release;
import io.opencop.shop.launcher.Service;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/**
 * The everyday Changes of a team, one after another for ever: notes, flags that switch nothing on,
 * commits that are not out yet, and a harmless release. Whoever looks for causes has to tell them
 * from the ones that hurt.
 */
public final class InnocentChanges implements AutoCloseable {
  /** One of them; may take as long as a roll-out. */
  private interface Act {
    void run() throws IOException, InterruptedException;
  }

  private final Pipeline pipeline;
  private final ChangeFeed feed;
  private final Duration every;
  private final ScheduledExecutorService clock =
      Executors.newSingleThreadScheduledExecutor(Daemon.named("innocent"));
  private final List<Act> acts =
      List.of(
          () -> note(Service.STOREFRONT, "고객센터 공유: 오늘 배송 문의가 평소보다 조금 많습니다.", "김하늘"),
          () ->
              flag(
                  Service.STOREFRONT, "autumn-banner", true, "가을 세일 배너 노출 (autumn sale banner on)"),
          () -> commit(Service.INVENTORY, "README의 창고 코드 표 보완 (docs: warehouse codes)", "오세훈"),
          () -> note(Service.PAYMENT, "PG사 정기 점검 공지 확인, 다음 주 화요일 02시", "정유진"),
          () -> release(Service.PAYMENT, "영수증 문구 정리 (receipt wording)", "정유진"),
          () -> flag(Service.CATALOG, "new-badge", true, "신상품 배지 표시 (new-product badge)"),
          () -> commit(Service.ORDER, "주문 상태 enum 주석 정리 (comments only)", "박서준"),
          () ->
              flag(
                  Service.STOREFRONT,
                  "autumn-banner",
                  false,
                  "가을 세일 배너 종료 (autumn sale banner off)"),
          () -> release(Service.INVENTORY, "로그 문구 통일 (log wording)", "오세훈"),
          () -> note(Service.CATALOG, "MD팀: 감귤 상세 이미지 교체 완료", "이수민"));
  private int next;

  /** {@code every} zero: none. */
  public InnocentChanges(Pipeline pipeline, ChangeFeed feed, Duration every) {
    this.pipeline = pipeline;
    this.feed = feed;
    this.every = every;
  }

  public void start() {
    if (!every.isZero()) {
      clock.scheduleWithFixedDelay(
          this::act, every.toSeconds(), every.toSeconds(), TimeUnit.SECONDS);
    }
  }

  private void act() {
    try {
      acts.get(next++ % acts.size()).run();
    } catch (IOException e) {
      // A roll-out that failed has said so in the progress; the next act is due all the same.
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void note(Service service, String text, String author) {
    feed.post(
        Change.now("note", service, UUID.randomUUID().toString(), Story.of(text, author), null));
  }

  private void flag(Service service, String flag, boolean on, String text) throws IOException {
    pipeline.flag(service, flag, on, Story.of(text, "이수민"));
  }

  private void commit(Service service, String text, String author) {
    String id = pipeline.running(service).withVersion("next-" + next).commit();
    feed.post(Change.now("commit", service, id, Story.of(text, author), null));
  }

  /** A real one, with a new version and new instance, that behaves as the old one did. */
  private void release(Service service, String text, String author)
      throws IOException, InterruptedException {
    Release now = pipeline.running(service);
    int dot = now.version().lastIndexOf('.');
    int patch = Integer.parseInt(now.version().substring(dot + 1)) + 1;
    String version = now.version().substring(0, dot + 1) + patch;
    pipeline.deploy(now.withVersion(version), Story.of(text, author));
  }

  @Override
  public void close() {
    clock.shutdownNow();
  }
}
