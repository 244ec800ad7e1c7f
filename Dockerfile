# Xudai as one image. The base images are arguments, so that a bank builds from its own registry.
ARG BUILD_IMAGE=maven:3.9.11-eclipse-temurin-17
ARG RUN_IMAGE=eclipse-temurin:17.0.17_10-jre-noble

FROM ${BUILD_IMAGE} AS build
WORKDIR /build
COPY pom.xml ./
COPY bpmn bpmn
COPY src src
RUN mvn -B -ntp -Psbom -DskipTests -Dmaven.test.skip=true package \
 && java -Djarmode=tools -jar target/xudai-*.jar extract --layers --launcher --destination /layers

FROM ${RUN_IMAGE}
RUN useradd --system --uid 10001 --no-create-home --shell /usr/sbin/nologin xudai
WORKDIR /app
COPY --from=build /layers/dependencies/ ./
COPY --from=build /layers/spring-boot-loader/ ./
COPY --from=build /layers/snapshot-dependencies/ ./
COPY --from=build /layers/application/ ./
USER 10001
# Secrets are files: /run/secrets/<name of the setting>.
ENV SERVER_ADDRESS=0.0.0.0 \
    SPRING_CONFIG_IMPORT=optional:configtree:/run/secrets/ \
    JAVA_TOOL_OPTIONS="-Duser.timezone=UTC -Djava.awt.headless=true -XX:MaxRAMPercentage=70 -XX:+ExitOnOutOfMemoryError"
EXPOSE 8080
HEALTHCHECK --interval=10s --timeout=3s --start-period=60s --retries=3 CMD \
  ["bash", "-c", "exec 3<>/dev/tcp/127.0.0.1/8080 && printf 'GET /actuator/health/readiness HTTP/1.0\\r\\n\\r\\n' >&3 && grep -q '\"UP\"' <&3"]
ENTRYPOINT ["java", "org.springframework.boot.loader.launch.JarLauncher"]
