# Xudai as one image. The base images are arguments, so that a bank builds from its own registry.
ARG BUILD_IMAGE=maven:3.9.11-eclipse-temurin-17
ARG RUN_IMAGE=eclipse-temurin:17.0.17_10-jre-noble
ARG DATABASE_IMAGE=postgres:17.7-bookworm

FROM ${BUILD_IMAGE} AS build
WORKDIR /build
COPY .mvn .mvn
COPY pom.xml ./
COPY bpmn bpmn
COPY src/main src/main
RUN mvn -B -ntp -Psbom -Dspotless.check.skip -Dmaven.test.skip=true package
RUN java -Djarmode=tools -jar target/xudai-*.jar extract --layers --destination /layers --application-filename xudai.jar
# this Java goes with it to the next stage; what is linked from it into nowhere, such as its sources, is not needed there
RUN cp -rL "$(dirname "$(dirname "$(readlink -f "$(command -v java)")")")" /java || test -x /java/bin/java

# A node is started once, on a database of its own, to see which classes a start needs.
FROM ${DATABASE_IMAGE} AS start
USER root
WORKDIR /app
COPY --from=build /java /java
COPY --from=build /layers/dependencies/ /layers/application/ ./
COPY docker/class-list.sh /
RUN install -d -o postgres /start
USER postgres
RUN /class-list.sh /start/classes.lst

FROM ${RUN_IMAGE}
RUN useradd --system --uid 10001 --no-create-home --shell /usr/sbin/nologin xudai
WORKDIR /app
COPY --from=build /layers/dependencies/ ./
COPY --from=build /layers/snapshot-dependencies/ ./
COPY --from=build /layers/application/ ./
COPY --from=start /start/classes.lst /app/classes.lst
# the archive holds for this Java runtime and these files alone; where it does not fit, a node starts without it
RUN java -Xshare:dump -XX:SharedClassListFile=classes.lst -XX:SharedArchiveFile=xudai.jsa -Xlog:disable -Xlog:cds=error \
    -jar xudai.jar && chmod 444 xudai.jsa
USER 10001
# Secrets are files: /run/secrets/<name of the setting>.
ENV SERVER_ADDRESS=0.0.0.0 \
    SPRING_CONFIG_IMPORT=optional:configtree:/run/secrets/ \
    JAVA_TOOL_OPTIONS="-Duser.timezone=UTC -Djava.awt.headless=true -XX:MaxRAMPercentage=35 -XX:+ExitOnOutOfMemoryError"
EXPOSE 8080
HEALTHCHECK --interval=10s --timeout=3s --start-period=180s --retries=3 CMD \
  ["bash", "-c", "exec 3<>/dev/tcp/127.0.0.1/8080 && printf 'GET /actuator/health/readiness HTTP/1.0\\r\\n\\r\\n' >&3 && grep -q '\"UP\"' <&3"]
ENTRYPOINT ["java", "-XX:SharedArchiveFile=xudai.jsa", "-jar", "xudai.jar"]
