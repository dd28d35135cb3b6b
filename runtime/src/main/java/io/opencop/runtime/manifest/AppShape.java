package io.opencop.runtime.manifest;

import static io.opencop.runtime.manifest.shape.Shape.choice;
import static io.opencop.runtime.manifest.shape.Shape.field;
import static io.opencop.runtime.manifest.shape.Shape.kind;
import static io.opencop.runtime.manifest.shape.Shape.required;
import static io.opencop.runtime.manifest.shape.Shape.text;
import static io.opencop.runtime.manifest.shape.Shape.whole;

import io.opencop.runtime.manifest.shape.Shape;
import io.opencop.runtime.manifest.shape.Shape.Fields;
import io.opencop.runtime.manifest.shape.Shape.Kind;

/** Every field an App manifest may have. */
public final class AppShape {
  public static final String API_VERSION = "opencop.io/v1alpha1";
  public static final String KIND = "App";

  /** RFC 1123 label, as for the name of a Kubernetes service. */
  private static final String LABEL = "[a-z0-9]([-a-z0-9]{0,61}[a-z0-9])?";

  private static final String ENV_NAME = "[A-Za-z_][A-Za-z0-9_.-]{0,127}";
  private static final int MOST_REQUESTS = 1_000_000;
  private static final String URL_PATH = "/[^\\s?#]{0,500}";

  private AppShape() {}

  public static Fields manifest() {
    return Fields.of(
        required("apiVersion", choice(API_VERSION), "Version of this format.", "이 형식의 버전."),
        required("kind", choice(KIND), "What it describes.", "무엇을 설명하는지."),
        required("metadata", metadata(), "Name and labels.", "이름과 레이블."),
        required("spec", spec(), "What is to run, and how.", "무엇을 어떻게 실행할지."));
  }

  private static Fields metadata() {
    return Fields.of(
        required(
            "name", text(LABEL), "The app's name; also its service.name.", "앱 이름이자 service.name."),
        field(
            "labels", new Shape.Entries(text(), text()), "Words to find it by.", "찾을 때 쓰는 말.", ""));
  }

  private static Fields spec() {
    return Fields.of(
        required("source", source(), "What it is made of.", "무엇으로 만드는지."),
        field(
            "port",
            whole(0, 65_535),
            "Where the program listens if it cannot be told: one machine then runs one instance. 0 lets"
                + " the platform choose and tell it by PORT.",
            "포트를 바꿀 수 없는 프로그램이 받는 포트. 그러면 한 기계에서 인스턴스 하나만 실행합니다. 0이면 플랫폼이 골라" + " PORT로 알려 줍니다.",
            "0"),
        field(
            "env",
            new Shape.Entries(text(ENV_NAME), new Shape.Either(text(), envFrom())),
            "Environment variables.",
            "환경 변수.",
            ""),
        field("resources", resources(), "What one instance may use.", "인스턴스 하나가 쓸 수 있는 자원.", ""),
        field("health", health(), "How it is seen that it is well.", "정상인지 확인하는 방법.", ""),
        field("stop", stop(), "How an instance is ended.", "인스턴스를 끝내는 방법.", ""),
        field("scale", ScaleShape.scale(), "How many instances run.", "인스턴스 수.", ""),
        field("rollout", rollout(), "How a new release takes over.", "새 릴리스로 바꾸는 방법.", ""),
        field("sessions", sessions(), "Clustered HTTP sessions.", "클러스터 세션.", ""),
        field("traffic", traffic(), "What the gateway lets through.", "게이트웨이가 통과시키는 양과 시간.", ""),
        field(
            "routes",
            new Shape.Items(route()),
            "Which requests it gets; without one, those for <name>.localhost.",
            "받을 요청. 없으면 <이름>.localhost 요청을 받습니다.",
            ""));
  }

  private static Fields source() {
    return Fields.of(
        field("jar", text(), "An executable JAR.", "실행 가능한 JAR.", ""),
        field(
            "war",
            text(),
            "A web archive; the platform brings Tomcat.",
            "WAR. Tomcat은 플랫폼이 준비합니다.",
            ""),
        field("static", text(), "Files to serve: a folder or a zip.", "제공할 정적 파일: 폴더나 zip.", ""),
        field(
            "singlePage",
            kind(Kind.YES_NO),
            "Whether a path that is no file gets index.html.",
            "파일이 아닌 경로에 index.html을 줄지 여부.",
            "false"),
        field(
            "command",
            new Shape.Items(text()),
            "A program and its arguments; ./ and ../ count from the manifest. Operators only.",
            "프로그램과 인자. ./와 ../는 매니페스트 기준입니다. 운영자만 쓸 수 있습니다.",
            ""),
        field("image", text(), "A container image.", "컨테이너 이미지.", ""));
  }

  private static Fields envFrom() {
    return Fields.of(
        required("secret", text(LABEL), "Name of the secret.", "시크릿 이름."),
        required("key", text("[-._A-Za-z0-9]{1,253}"), "Key within the secret.", "시크릿 안의 키."),
        field(
            "file",
            kind(Kind.YES_NO),
            "Whether the variable holds the path of a file with the secret.",
            "변수에 시크릿 대신 시크릿 파일의 경로를 둘지 여부.",
            "false"));
  }

  private static Fields resources() {
    return Fields.of(
        field(
            "memory",
            kind(Kind.BYTES),
            "Most memory of the whole process.",
            "프로세스 전체의 최대 메모리.",
            "512Mi"),
        field("cpu", kind(Kind.CORES), "Most cores; 0 for no limit.", "최대 코어 수. 0이면 제한 없음.", "0"));
  }

  private static Fields health() {
    return Fields.of(
        field("readiness", probe(), "Whether it takes requests.", "요청을 받을 수 있는지.", ""),
        field("liveness", probe(), "Whether it must be replaced.", "바꿔야 하는지.", ""),
        field(
            "startup",
            kind(Kind.DURATION),
            "How long it may take to get ready.",
            "준비되기까지 허용하는 시간.",
            "120s"));
  }

  private static Fields probe() {
    return Fields.of(
        field(
            "http",
            text(URL_PATH),
            "A GET of this path answers 200 to 399.",
            "이 경로의 GET이 200~399로 답합니다.",
            ""),
        field("tcp", kind(Kind.YES_NO), "The port takes connections.", "포트가 연결을 받습니다.", ""),
        field("log", text(), "A printed line matches this.", "출력한 줄이 이 정규식에 맞습니다.", ""),
        field("period", kind(Kind.DURATION), "Between two questions.", "확인 간격.", "5s"),
        field("timeout", kind(Kind.DURATION), "Of one question.", "한 번의 제한 시간.", "2s"),
        field("failures", whole(1, 1000), "In a row that count as no.", "연속 실패 횟수.", "3"),
        field("successes", whole(1, 1000), "In a row that count as yes.", "연속 성공 횟수.", "1"));
  }

  private static Fields stop() {
    return Fields.of(
        field(
            "drain",
            kind(Kind.DURATION),
            "How long requests in flight may take.",
            "처리 중인 요청을 기다리는 시간.",
            "10s"),
        field(
            "grace",
            kind(Kind.DURATION),
            "From SIGTERM to SIGKILL.",
            "SIGTERM부터 SIGKILL까지.",
            "30s"));
  }

  private static Fields rollout() {
    return Fields.of(
        field(
            "strategy",
            choice("rolling", "blueGreen", "canary"),
            "Instance by instance, all at once, or by weight.",
            "하나씩, 한꺼번에, 또는 비율로.",
            "rolling"),
        field("surge", kind(Kind.AMOUNT), "How many more there may be.", "더 있어도 되는 수.", "25%"),
        field(
            "unavailable",
            kind(Kind.AMOUNT),
            "How many fewer may be ready.",
            "준비되지 않아도 되는 수.",
            "0"),
        field(
            "keepOld",
            kind(Kind.DURATION),
            "How long blue stays after green.",
            "이전 것을 남겨 두는 시간.",
            "5m"),
        field("steps", new Shape.Items(step()), "Of a canary.", "카나리 단계.", ""));
  }

  private static Fields step() {
    return Fields.of(
        required("weight", whole(1, 100), "Percent of requests.", "요청의 백분율."),
        field("hold", kind(Kind.DURATION), "How long it must do well.", "잘 되는지 지켜보는 시간.", "60s"));
  }

  private static Fields sessions() {
    return Fields.of(
        field("timeout", kind(Kind.DURATION), "Of a session nobody uses.", "쓰지 않는 세션의 시간 제한.", ""),
        field(
            "unreachable",
            choice("wait", "local", "refuse"),
            "What a request gets while the grid cannot be reached.",
            "그리드에 닿지 않을 때 요청 처리.",
            "wait"),
        field(
            "duplicateLogin",
            choice("allow", "refuseNew", "endOld"),
            "What the second log-in of a user does.",
            "같은 사용자가 두 번째 로그인할 때.",
            "allow"),
        field(
            "userAttribute",
            text("[^:\\s]{1,200}(:[A-Za-z_$][\\w$]*(\\.[A-Za-z_$][\\w$]*)*)?"),
            "Session attribute with the user, where the application logs users in by itself: NAME or NAME:property.property.",
            "애플리케이션이 직접 로그인을 처리할 때 사용자가 든 세션 속성. NAME 또는 NAME:속성.속성.",
            ""),
        field("shared", text(LABEL), "Group of apps that share sessions.", "세션을 함께 쓰는 앱 묶음.", ""),
        field(
            "domain",
            text("[a-z0-9.-]{1,253}"),
            "Of the session cookie, where the group's apps have hosts of their own below it.",
            "묶음의 앱들이 서로 다른 호스트를 쓸 때 세션 쿠키의 공통 도메인.",
            ""));
  }

  private static Fields traffic() {
    return Fields.of(
        field(
            "requestsPerSecond",
            whole(0, MOST_REQUESTS),
            "Over all instances; 429 above. 0 is no limit.",
            "모든 인스턴스를 합한 초당 요청 수. 넘으면 429. 0이면 한도 없음.",
            "0"),
        field(
            "burst",
            whole(0, MOST_REQUESTS),
            "Requests that may come at once above that; 0 is one second's.",
            "한꺼번에 더 받아 주는 요청 수. 0이면 1초 분량.",
            "0"),
        field(
            "inFlight",
            whole(1, MOST_REQUESTS),
            "Requests in progress at once; 503 above.",
            "동시에 처리 중인 요청 수. 넘으면 503.",
            "1024"),
        field(
            "waiting",
            whole(1, MOST_REQUESTS),
            "Requests held until an instance is ready; 503 above.",
            "인스턴스가 준비될 때까지 붙들어 두는 요청 수. 넘으면 503.",
            "1000"),
        field(
            "waitTimeout", kind(Kind.DURATION), "How long one is held.", "요청 하나를 붙들어 두는 시간.", "1m"),
        field(
            "connectTimeout",
            kind(Kind.DURATION),
            "Until an instance takes a connection.",
            "인스턴스에 연결하는 시간 제한.",
            "1s"),
        field(
            "responseTimeout",
            kind(Kind.DURATION),
            "From a request's end to its answer's beginning; 504 after that.",
            "요청이 끝난 뒤 응답이 시작될 때까지의 시간 제한. 넘으면 504.",
            "1m"));
  }

  private static Fields route() {
    return Fields.of(
        field(
            "host",
            text("(\\*\\.)?[-a-z0-9.]{1,250}"),
            "Host name, *.name for all below.",
            "호스트 이름. *.이름은 그 아래 모두.",
            ""),
        field("path", text(URL_PATH), "Prefix by whole segments.", "경로 앞부분.", "/"));
  }
}
