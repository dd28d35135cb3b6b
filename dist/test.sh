# Sourced by ./cop test: the whole reactor's tests with every check on, then the shop's.
# Uses say, die, need_tools, jdk and root of ./cop.

need_tools
mkdir -p "$state"
# The browser the console's tests drive. Without one they cannot run, and that is said, not skipped.
browser=${COP_CHROMIUM:-}
for candidate in chromium chromium-browser google-chrome google-chrome-stable \
  "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome" \
  "/Applications/Chromium.app/Contents/MacOS/Chromium"; do
  [ -n "$browser" ] || browser=$(command -v "$candidate" 2>/dev/null || true)
done
[ -n "$browser" ] || die \
  "The console's tests need Chromium. Debian: apt install chromium; elsewhere: COP_CHROMIUM=/path/to/chrome ./cop test" \
  "콘솔 테스트에는 Chromium이 필요합니다. Debian: apt install chromium, 그 밖에는: COP_CHROMIUM=/크롬/경로 ./cop test"
export COP_CHROMIUM="$browser" PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD=1

# Prints what a person follows (modules, test classes, errors) and keeps everything in the log.
run_tests() {
  log=$1
  shift
  rm -f "$log.code"
  (
    code=0
    JAVA_HOME=$jdk mvn -B "$@" 2>&1 || code=$?
    echo "$code" >"$log.code"
  ) | tee "$log" | grep --line-buffered -E \
    '^\[INFO\] Building |Flak|^\[(INFO|WARNING|ERROR)\] Tests run:.* in |^\[ERROR\]|^\[INFO\] (Reactor Summary|BUILD)|SUCCESS \[|FAILURE \[|✓|✗| passed| failed' || true
  [ "$(cat "$log.code" 2>/dev/null)" = 0 ] || die "Tests failed. The whole log: $log" "테스트가 실패했습니다. 전체 로그: $log"
}

begun=$(date +%s)
say "Testing the platform" "플랫폼을 테스트합니다"
run_tests "$state/test.log" -f "$root/pom.xml" "$@" verify
if [ -f "$root/examples/shop/pom.xml" ]; then
  say "Testing the demo shop" "데모 상점을 테스트합니다"
  # The reactor has just made the one dependency the shop has on us.
  run_tests "$state/test-shop.log" -f "$root/examples/shop/pom.xml" \
    -Dopencop.repository="$root/sessions/spring-boot/target/repository" "$@" verify
fi
say "All tests passed in $((($(date +%s) - begun) / 60)) min." "모든 테스트가 $((($(date +%s) - begun) / 60))분 만에 통과했습니다."
