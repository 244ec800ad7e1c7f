package org.xudai.dossier;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.xudai.testing.MovableClock;

/** What a store is asked for where its bucket locks objects, and where it does not. */
class ObjectLockTests {

    private static final String KEY = "cases/XD2026-0000017/a.xv1";
    private static final String LOCK = "x-amz-object-lock-retain-until-date";
    private static final String BYPASS = "x-amz-bypass-governance-retention";

    /** A request as it came. */
    private record Asked(String method, String path, String query, Map<String, String> headers) {}

    private final List<Asked> asked = new CopyOnWriteArrayList<>();
    private final MovableClock clock = new MovableClock();
    private final HttpServer server;
    private boolean locking = true;

    ObjectLockTests() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    }

    @BeforeEach
    void start() {
        server.createContext("/", this::answer);
        server.start();
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    @Test
    void originalsAreLockedFromTheirWritingOnAndPreviewsAreNot() throws IOException {
        S3ObjectStore store = store();

        store.write(KEY, new ByteArrayInputStream(new byte[] {1, 2, 3}));
        store.write("previews/XD2026-0000017/b.xv1", new ByteArrayInputStream(new byte[] {1}));

        assertThat(put("/xudai/" + KEY).headers())
                .containsEntry("x-amz-object-lock-mode", "GOVERNANCE")
                .containsEntry("if-none-match", "*");
        assertThat(put("/xudai/" + KEY).headers().get(LOCK)).startsWith("2041-11-23T07:00:00");
        assertThat(put("/xudai/previews/XD2026-0000017/b.xv1").headers()).doesNotContainKey(LOCK);
        assertThat(store.locksObjects()).isTrue();
    }

    @Test
    void erasingLiftsTheLockOfEveryVersion() {
        store().removeAll("cases/XD2026-0000017/");

        List<Asked> removals =
                asked.stream().filter(one -> one.method().equals("DELETE")).toList();
        assertThat(removals).hasSize(2).allSatisfy(one -> {
            assertThat(one.path()).isEqualTo("/xudai/" + KEY);
            assertThat(one.headers()).containsEntry(BYPASS, "true");
        });
        assertThat(removals.stream().map(Asked::query)).containsExactlyInAnyOrder("versionId=v1", "versionId=v2");
    }

    @Test
    void aStoreWithoutObjectLockIsUsedWithoutIt() throws IOException {
        locking = false;
        S3ObjectStore store = store();

        store.write(KEY, new ByteArrayInputStream(new byte[] {1, 2, 3}));
        store.removeAll("cases/XD2026-0000017/");

        assertThat(put("/xudai/" + KEY).headers()).doesNotContainKeys(LOCK, "x-amz-object-lock-mode");
        assertThat(asked.stream().filter(one -> one.method().equals("DELETE")))
                .isNotEmpty()
                .noneMatch(one -> one.headers().containsKey(BYPASS));
        assertThat(store.locksObjects()).isFalse();
    }

    private S3ObjectStore store() {
        return new S3ObjectStore(
                DossierFixture.settings(
                        URI.create("http://127.0.0.1:" + server.getAddress().getPort())),
                clock);
    }

    private Asked put(String path) {
        return asked.stream()
                .filter(one -> one.method().equals("PUT") && one.path().equals(path))
                .findFirst()
                .orElseThrow();
    }

    private void answer(HttpExchange exchange) throws IOException {
        exchange.getRequestBody().readAllBytes();
        String query = exchange.getRequestURI().getRawQuery();
        Asked request = new Asked(
                exchange.getRequestMethod(),
                exchange.getRequestURI().getPath(),
                query == null ? "" : query,
                exchange.getRequestHeaders().entrySet().stream()
                        .collect(Collectors.toMap(
                                header -> header.getKey().toLowerCase(java.util.Locale.ROOT),
                                header -> header.getValue().get(0))));
        asked.add(request);
        String body = body(request);
        exchange.getResponseHeaders().add("ETag", "\"1\"");
        exchange.getResponseHeaders().add("Content-Type", "application/xml");
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        int status = body.startsWith("<Error>") ? 404 : request.method().equals("DELETE") ? 204 : 200;
        boolean empty = bytes.length == 0 || request.method().equals("HEAD");
        exchange.sendResponseHeaders(status, empty ? -1 : bytes.length);
        if (!empty) {
            exchange.getResponseBody().write(bytes);
        }
        exchange.close();
    }

    private String body(Asked request) {
        if (request.query().startsWith("object-lock")) {
            return locking
                    ? "<ObjectLockConfiguration><ObjectLockEnabled>Enabled</ObjectLockEnabled></ObjectLockConfiguration>"
                    : "<Error><Code>ObjectLockConfigurationNotFoundError</Code><Message>none</Message></Error>";
        }
        if (request.query().startsWith("versioning")) {
            return "<VersioningConfiguration><Status>Enabled</Status></VersioningConfiguration>";
        }
        return request.query().contains("versions") ? versions() : "";
    }

    private static String versions() {
        List<String> versions = new ArrayList<>();
        for (String id : List.of("v2", "v1")) {
            versions.add("<Version><Key>" + KEY + "</Key><VersionId>" + id + "</VersionId><IsLatest>" + id.equals("v2")
                    + "</IsLatest><LastModified>2026-11-23T07:00:00.000Z</LastModified><ETag>\"1\"</ETag><Size>3</Size>"
                    + "<StorageClass>STANDARD</StorageClass></Version>");
        }
        return "<ListVersionsResult><Name>xudai</Name><Prefix>cases/</Prefix><MaxKeys>1000</MaxKeys>"
                + "<IsTruncated>false</IsTruncated>" + String.join("", versions) + "</ListVersionsResult>";
    }
}
