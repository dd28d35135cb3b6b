package io.opencop.server.api;

import io.opencop.model.message.Message;
import io.opencop.model.message.Notice;
import io.opencop.telemetry.StoreHealth;
import java.util.Locale;

/** COP-15xx: what the store reports of itself, in words. The names are its problem codes. */
@SuppressWarnings("ImmutableEnumChecker") // Text is a record of two strings
public enum HealthMessage implements Message {
  DISK_FULL(
      1501,
      "The disk is full: {detail}. Telemetry is refused with a retryable code.",
      "디스크가 가득 찼습니다: {detail}. 텔레메트리를 재시도 가능한 코드로 거절하고 있습니다.",
      "Free space, or lower the retention. Receiving goes on by itself when there is room.",
      "공간을 확보하거나 보존 한도를 낮추십시오. 공간이 생기면 저절로 다시 받습니다."),
  JOURNAL_TAIL_TORN(
      1502,
      "The last write to the journal was cut off: {detail}.",
      "저널의 마지막 쓰기가 중간에 끊겼습니다: {detail}.",
      "Nothing that was acknowledged is lost. The rest was set aside.",
      "수신 확인한 데이터는 그대로입니다. 나머지는 따로 옮겨 두었습니다."),
  JOURNAL_FRAME_CORRUPT(
      1503,
      "Part of the journal is damaged: {detail}.",
      "저널 일부가 손상되었습니다: {detail}.",
      "The damaged part was set aside and the rest is served. Check the disk.",
      "손상된 부분은 따로 옮기고 나머지를 제공합니다. 디스크를 점검하십시오."),
  SEGMENT_QUARANTINED(
      1504,
      "A sealed file is damaged and was set aside: {detail}.",
      "봉인된 파일이 손상되어 따로 옮겼습니다: {detail}.",
      "What it held is missing from answers. Restore it from a backup, and check the disk.",
      "그 안의 데이터는 응답에서 빠집니다. 백업에서 복구하고 디스크를 점검하십시오."),
  JOURNAL_IO_ERROR(
      1505,
      "The journal cannot be written: {detail}. Telemetry is refused with a retryable code.",
      "저널을 쓸 수 없습니다: {detail}. 텔레메트리를 재시도 가능한 코드로 거절하고 있습니다.",
      "Check the disk and the folder's permissions. It is tried again by itself.",
      "디스크와 폴더 권한을 점검하십시오. 저절로 다시 시도합니다."),
  JOURNAL_HEADER_CORRUPT(
      1506,
      "A journal file cannot be read at all and was set aside: {detail}.",
      "저널 파일 하나를 전혀 읽을 수 없어 따로 옮겼습니다: {detail}.",
      "What it held is missing from answers. Check the disk.",
      "그 안의 데이터는 응답에서 빠집니다. 디스크를 점검하십시오."),
  JOURNAL_FILE_MISSING(
      1507,
      "A journal file is missing: {detail}.",
      "저널 파일 하나가 없습니다: {detail}.",
      "What it held is missing from answers. Did somebody remove it?",
      "그 안의 데이터는 응답에서 빠집니다. 누가 지우지 않았는지 확인하십시오."),
  FRAMES_UNREADABLE(
      1508,
      "Some requests in the journal could not be decoded: {detail}.",
      "저널의 일부 요청을 해석하지 못했습니다: {detail}.",
      "They are left out of answers. The log has the details; please report it.",
      "해당 요청은 응답에서 빠집니다. 자세한 내용은 로그에 있습니다. 알려 주십시오."),
  SEAL_FAILED(
      1509,
      "Writing segments fails: {detail}. The data stays in the journal.",
      "세그먼트를 쓰지 못하고 있습니다: {detail}. 데이터는 저널에 남아 있습니다.",
      "Check the disk and its free space. It is tried again by itself.",
      "디스크와 남은 공간을 점검하십시오. 저절로 다시 시도합니다."),
  MAINTENANCE_FAILED(
      1510,
      "Retention or compaction fails: {detail}.",
      "보존 기간 정리나 병합이 실패하고 있습니다: {detail}.",
      "Check the disk. It is tried again by itself.",
      "디스크를 점검하십시오. 저절로 다시 시도합니다."),
  INDEX_DAMAGED(
      1511,
      "The index of a segment is damaged: {detail}. It is made anew from the segment.",
      "세그먼트의 색인이 손상되었습니다: {detail}. 세그먼트에서 다시 만듭니다.",
      "Answers stay complete. Check the disk.",
      "응답에서 빠지는 데이터는 없습니다. 디스크를 점검하십시오."),
  JOURNAL_TRIM_FAILED(
      1512,
      "A journal file that is no longer needed could not be put away: {detail}.",
      "더 이상 필요 없는 저널 파일을 정리하지 못했습니다: {detail}.",
      "Its data is sealed; a request sent again may be stored twice. Check the disk.",
      "데이터는 봉인되었습니다. 다시 보낸 요청이 두 번 저장될 수 있습니다. 디스크를 점검하십시오."),
  OTHER(
      1599,
      "The store reports {code}: {detail}.",
      "저장소가 {code}(을)를 알립니다: {detail}.",
      "The log has the details.",
      "자세한 내용은 로그에 있습니다.");

  private final Words words;

  HealthMessage(int number, String en, String ko, String nextEn, String nextKo) {
    this.words = new Words(number, en, ko, nextEn, nextKo);
  }

  static Notice of(StoreHealth.Problem problem) {
    HealthMessage message = OTHER;
    for (HealthMessage candidate : values()) {
      if (candidate.name().toLowerCase(Locale.ROOT).equals(problem.code())) {
        message = candidate;
      }
    }
    return message.with("code", problem.code(), "detail", String.join(", ", problem.args()));
  }

  @Override
  public Words words() {
    return words;
  }
}
