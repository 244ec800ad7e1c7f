package org.xudai.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.api.BugDetectors;
import com.code_intelligence.jazzer.api.FuzzedDataProvider;
import com.code_intelligence.jazzer.api.SilentCloseable;
import com.code_intelligence.jazzer.junit.FuzzTest;
import jakarta.servlet.MultipartConfigElement;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.Duration;
import org.apache.catalina.Context;
import org.apache.catalina.LifecycleException;
import org.apache.catalina.startup.Tomcat;
import org.springframework.util.unit.DataSize;
import org.springframework.web.multipart.MultipartException;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.multipart.MultipartHttpServletRequest;
import org.springframework.web.multipart.support.StandardServletMultipartResolver;
import org.xudai.dossier.Bytes;
import org.xudai.testing.ChangedSample;

/**
 * Whatever is sent as a form with files: it is taken under a name that can be kept, or refused. The server is the product's, with
 * its bounds on bodies; behind it stands the reading of forms alone, so that it starts in a second.
 */
class UploadDoorFuzz {

    private static final String BOUNDARY = "xudai";
    private static final int MOST = 48;
    private static final int LARGEST = 1 << 20;
    private static final int LONGEST_NAME = 200;
    private static final byte[] FORM = """
            --xudai
            Content-Disposition: form-data; name="material"

            id-card
            --xudai
            Content-Disposition: form-data; name="file"; filename="身份证.jpg"
            Content-Type: image/jpeg

            ÿØ
            --xudai--
            """
            .replace("\n", "\r\n")
            .getBytes(StandardCharsets.UTF_8);
    private static final int PORT = started();

    private static int started() {
        Tomcat server = new Tomcat();
        try {
            server.setBaseDir(Files.createTempDirectory("upload-door").toString());
            server.setPort(0);
            server.getConnector().setProperty("address", "127.0.0.1");
            Context doors = server.addContext("", null);
            Tomcat.addServlet(doors, "door", new Door())
                    .setMultipartConfigElement(new MultipartConfigElement("", LARGEST, LARGEST, 0));
            doors.addServletMappingDecoded("/", "door");
            server.getEngine()
                    .getPipeline()
                    .addValve(new BodyPace(new BodySettings(
                            Duration.ofSeconds(5), DataSize.ofKilobytes(2), Duration.ofSeconds(10))));
            server.start();
            return server.getConnector().getLocalPort();
        } catch (IOException | LifecycleException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Takes files as the product's doors do. */
    private static final class Door extends HttpServlet {

        private static final long serialVersionUID = 1L;

        @Override
        protected void doPost(HttpServletRequest request, HttpServletResponse response) throws IOException {
            try {
                MultipartHttpServletRequest form = new StandardServletMultipartResolver().resolveMultipart(request);
                for (MultipartFile file : form.getFileMap().values()) {
                    Bytes bytes = Bytes.sent(file.getOriginalFilename(), file::getInputStream);
                    require(bytes.name());
                    try (InputStream in = bytes.source().open()) {
                        if (in.readAllBytes().length != file.getSize()) {
                            throw new IllegalStateException("not all of a file came through");
                        }
                    }
                }
                response.setStatus(HttpServletResponse.SC_OK);
            } catch (MultipartException e) {
                response.setStatus(HttpServletResponse.SC_BAD_REQUEST);
            }
        }

        private static void require(String name) {
            boolean kept = name.codePoints()
                    .noneMatch(c -> Character.isISOControl(c) || Character.getType(c) == Character.SURROGATE);
            if (!kept || name.codePointCount(0, name.length()) > LONGEST_NAME) {
                throw new IllegalStateException("a name that cannot be kept");
            }
        }
    }

    @FuzzTest(maxDuration = "1m")
    void aFormIsTakenOrRefused(FuzzedDataProvider data) throws IOException {
        byte[] form = ChangedSample.of(FORM, MOST, data);

        String answer = answer(form);

        assertThat(answer).matches("HTTP/1\\.1 (200|4\\d\\d) .*");
    }

    private static String answer(byte[] form) throws IOException {
        ByteArrayOutputStream request = new ByteArrayOutputStream();
        request.writeBytes(("POST / HTTP/1.1\r\nHost: 127.0.0.1\r\nConnection: close\r\n"
                        + "Content-Type: multipart/form-data; boundary=" + BOUNDARY + "\r\nContent-Length: " + form.length
                        + "\r\n\r\n")
                .getBytes(StandardCharsets.US_ASCII));
        request.writeBytes(form);
        // the fuzzer takes every connection for one that the input asked for
        SilentCloseable door = BugDetectors.allowNetworkConnections((host, port) -> port == PORT);
        try (Socket caller = new Socket(InetAddress.getLoopbackAddress(), PORT)) {
            caller.getOutputStream().write(request.toByteArray());
            caller.getOutputStream().flush();
            String answer = new String(caller.getInputStream().readAllBytes(), StandardCharsets.ISO_8859_1);
            return answer.lines().findFirst().orElse("");
        } finally {
            door.close();
        }
    }
}
