package org.xudai.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.xudai.dossier.Document;
import org.xudai.kernel.CaseNumber;
import org.xudai.kernel.MaterialCode;
import org.xudai.testing.CaseWorld;
import org.xudai.testing.LoanRows;
import org.xudai.testing.RunningXudai;

/** The bytes of a document over HTTP: whole, or a range of them, though they lie sealed in the store. */
@RunningXudai
class ContentRangeTests {

    @LocalServerPort
    int port;

    @Autowired
    CaseWorld world;

    private String address = "";
    private byte[] sent = {};

    @BeforeEach
    void aPhotoIsHandedIn() throws IOException {
        CaseNumber number = world.collecting(LoanRows.eligible());
        Document photo = world.handIn(number, new MaterialCode("id-card"));
        address = "/api/v1/renewals/" + number + "/documents/" + photo.id() + "/content";
        try (var paper = Objects.requireNonNull(CaseWorld.class.getResourceAsStream("/papers/small-photo.jpg"))) {
            sent = paper.readAllBytes();
        }
    }

    @Test
    void withoutARangeTheWholeFileComes() throws Exception {
        HttpResponse<byte[]> answer = asked("");

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body()).isEqualTo(sent);
        assertThat(answer.headers().firstValue("Content-Length")).contains(Integer.toString(sent.length));
        assertThat(answer.headers().firstValue("Accept-Ranges")).contains("bytes");
    }

    @Test
    void aRangeIsTheSameBytesOfTheFile() throws Exception {
        HttpResponse<byte[]> answer = asked("bytes=100-299");

        assertThat(answer.statusCode()).isEqualTo(206);
        assertThat(answer.headers().firstValue("Content-Range")).contains("bytes 100-299/" + sent.length);
        assertThat(answer.body()).isEqualTo(Arrays.copyOfRange(sent, 100, 300));
        assertThat(asked("bytes=-10").body()).isEqualTo(Arrays.copyOfRange(sent, sent.length - 10, sent.length));
    }

    @Test
    void aRangeBehindTheEndIsRefused() throws Exception {
        HttpResponse<byte[]> answer = asked("bytes=" + sent.length + "-");

        assertThat(answer.statusCode()).isEqualTo(416);
        assertThat(answer.headers().firstValue("Content-Range")).contains("bytes */" + sent.length);
    }

    private HttpResponse<byte[]> asked(String range) throws Exception {
        String basic = Base64.getEncoder().encodeToString("li.officer:xudai-demo".getBytes(StandardCharsets.UTF_8));
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + address))
                .header("Authorization", "Basic " + basic);
        if (!range.isEmpty()) {
            request.header("Range", range);
        }
        return HttpClient.newHttpClient().send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
    }
}
