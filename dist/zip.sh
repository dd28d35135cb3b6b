# Sourced by ./cop dist: a folder, and a zip of it, that needs no Maven, Node or JDK.
# Uses say, die, jdk, lib, shop, state and root of ./cop.

version=$(sed -n 's:.*<version>\(.*\)</version>.*:\1:p' "$root/pom.xml" | head -n 1)
os=$(uname -s | tr '[:upper:]' '[:lower:]')
arch=$(uname -m)
name=opencop-${version%-SNAPSHOT}-$os-$arch
out=$root/dist/out
folder=$out/$name
rm -rf "$folder" "$folder.zip"
mkdir -p "$folder/lib"

# java.se: the shop is a Spring Boot application and takes the whole of it. The others are what
# netty, DuckDB, the OpenTelemetry agent and TLS ask for by reflection, where jdeps cannot see it;
# jdk.security.auth tells embedded-postgres that it runs as root, jdk.charsets holds MS949.
say "Linking the runtime" "실행 환경을 만듭니다"
"$jdk/bin/jlink" --output "$folder/runtime" --strip-debug --no-header-files --no-man-pages --compress zip-6 \
  --add-modules java.se,jdk.unsupported,jdk.management,jdk.management.agent,jdk.net,jdk.crypto.ec,jdk.zipfs,jdk.jfr,jdk.httpserver,jdk.localedata,jdk.jcmd,jdk.charsets,jdk.naming.dns,jdk.security.auth \
  --include-locales en,ko || die "jlink failed." "jlink가 실패했습니다."

cp -Rp "$lib"/. "$folder/lib/"
cp -p "$root/cop" "$root/LICENSE" "$root/README.md" "$root/README.ko.md" "$root/dist/target/opencop/THIRD-PARTY.txt" "$folder/"
if [ -d "$shop" ]; then
  mkdir "$folder/shop"
  # Not its work folder: that is what a demo on this machine left.
  cp -Rp "$shop"/*.jar "$shop/lib" "$shop/services" "$shop/apps" "$folder/shop/"
  # Its libraries are passed on as well, so they are named, and pass the same gate.
  JAVA_HOME=$jdk mvn -B -q -f "$root/examples/shop/pom.xml" \
    org.codehaus.mojo:license-maven-plugin:2.7.0:aggregate-add-third-party \
    -Dlicense.fileTemplate="$root/dist/src/license/third-party.ftl" -Dlicense.force=true \
    -Dlicense.excludedScopes=test,provided -Dlicense.excludedGroups='io\.opencop.*' \
    -Dlicense.outputDirectory="$state" -Dlicense.thirdPartyFilename=shop.tsv >"$state/licences.log" 2>&1 \
    || die "The shop's licences cannot be listed. The log: $state/licences.log" \
      "상점의 라이선스 목록을 만들지 못했습니다. 로그: $state/licences.log"
  # Copied as it is, hence no dependency of a module.
  printf 'io.opentelemetry.javaagent:opentelemetry-javaagent\thttps://opentelemetry.io\tApache-2.0\n' >>"$state/shop.tsv"
  "$jdk/bin/java" -cp "$root/dist/target/classes:$lib/*" io.opencop.dist.Notices \
    "$folder/shop/THIRD-PARTY.txt" "$state/shop.tsv" || die "See above." "위를 보십시오."
fi
"$jdk/bin/java" "$root/dist/src/zip/Zip.java" "$folder" "$folder.zip"
say "$folder.zip ($(du -sh "$folder.zip" | cut -f1))
Try it: $folder/cop demo" "$folder.zip ($(du -sh "$folder.zip" | cut -f1))
실행: $folder/cop demo"
