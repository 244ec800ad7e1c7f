package org.xudai.web;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.apache.catalina.Context;
import org.apache.catalina.LifecycleException;
import org.apache.catalina.startup.Tomcat;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.util.unit.DataSize;

/** Who sends a body a byte at a time holds no thread for ever, whether the body is read, or refused unread. */
class BodyPaceTests {

    private static final Duration GRACE = Duration.ofMillis(400);
    private static final Duration LONGEST = Duration.ofSeconds(2);
    private static final int LARGE = 500_000;
    private static final BlockingQueue<String> READ = new LinkedBlockingQueue<>();

    @TempDir
    static Path directory;

    private static final Tomcat SERVER = new Tomcat();
    private static final ScheduledExecutorService SENDERS = Executors.newScheduledThreadPool(2);

    @BeforeAll
    static void aServerWithTwoDoors() throws LifecycleException {
        SERVER.setBaseDir(directory.toString());
        SERVER.setPort(0);
        SERVER.getConnector().setProperty("address", "127.0.0.1");
        SERVER.getConnector().setProperty("connectionTimeout", "20000");
        Context doors = SERVER.addContext("", null);
        Tomcat.addServlet(doors, "reads", new Reads());
        doors.addServletMappingDecoded("/reads", "reads");
        Tomcat.addServlet(doors, "refuses", new Refuses());
        doors.addServletMappingDecoded("/refuses", "refuses");
        SERVER.getEngine()
                .getPipeline()
                .addValve(new BodyPace(new BodySettings(GRACE, DataSize.ofKilobytes(100), LONGEST)));
        SERVER.start();
    }

    @AfterAll
    static void stop() throws LifecycleException {
        SENDERS.shutdownNow();
        SERVER.stop();
        SERVER.destroy();
    }

    @Test
    void aBodyThatTricklesIsGivenUpAndTheConnectionClosed() throws Exception {
        try (Socket caller = post("/reads", LARGE)) {
            Future<?> sending = trickle(caller, 1);

            assertThat(READ.poll(20, TimeUnit.SECONDS)).contains("a body was given up after");
            everythingUntilItIsClosed(caller);
            sending.cancel(true);
        }
    }

    @Test
    void aBodyThatComesFastEnoughAndNeverEndsIsGivenUpToo() throws Exception {
        try (Socket caller = post("/reads", 100_000_000)) {
            Future<?> sending = trickle(caller, 10_000);

            assertThat(READ.poll(30, TimeUnit.SECONDS)).contains("a body was given up after");
            sending.cancel(true);
        }
    }

    @Test
    void aBodyThatIsRefusedUnreadIsAnsweredAtOnceAndHoldsNoThreadEither() throws Exception {
        try (Socket caller = post("/refuses", LARGE)) {
            Future<?> sending = trickle(caller, 1);

            assertThat(everythingUntilItIsClosed(caller)).startsWith("HTTP/1.1 403");
            sending.cancel(true);
        }
    }

    @Test
    void aBodyInTimeIsTakenAndTheNextRequestComesOverTheSameConnection() throws Exception {
        try (Socket caller = connected()) {
            sendWhole(caller, "/reads", LARGE);
            assertThat(READ.poll(20, TimeUnit.SECONDS)).isEqualTo(Integer.toString(LARGE));

            sendWhole(caller, "/refuses", LARGE);
            sendWhole(caller, "/reads", 3);
            assertThat(READ.poll(20, TimeUnit.SECONDS))
                    .as("what was refused and dropped is not in the way")
                    .isEqualTo("3");
        }
    }

    private static Socket connected() throws IOException {
        Socket caller = new Socket(
                InetAddress.getLoopbackAddress(), SERVER.getConnector().getLocalPort());
        caller.setSoTimeout(30_000);
        return caller;
    }

    private static Socket post(String path, int length) throws IOException {
        Socket caller = connected();
        caller.getOutputStream().write(head(path, length));
        return caller;
    }

    private static void sendWhole(Socket caller, String path, int length) throws IOException {
        ByteArrayOutputStream whole = new ByteArrayOutputStream();
        whole.write(head(path, length));
        whole.write(new byte[length]);
        caller.getOutputStream().write(whole.toByteArray());
    }

    private static byte[] head(String path, int length) {
        return ("POST " + path + " HTTP/1.1\r\nHost: bank.example\r\nContent-Length: " + length + "\r\n\r\n")
                .getBytes(StandardCharsets.US_ASCII);
    }

    /** Sends a few bytes again and again until nobody takes them. */
    private static Future<?> trickle(Socket caller, int bytes) throws IOException {
        OutputStream out = caller.getOutputStream();
        return SENDERS.scheduleAtFixedRate(
                () -> {
                    try {
                        out.write(new byte[bytes]);
                    } catch (IOException e) {
                        // ends the schedule
                        throw new UncheckedIOException(e);
                    }
                },
                0,
                20,
                TimeUnit.MILLISECONDS);
    }

    private static String everythingUntilItIsClosed(Socket caller) throws IOException {
        StringBuilder said = new StringBuilder();
        try {
            InputStream in = caller.getInputStream();
            for (int one = in.read(); one >= 0; one = in.read()) {
                said.append((char) one);
            }
        } catch (SocketException e) {
            // closed while bytes were on their way
        }
        return said.toString();
    }

    private static final class Reads extends HttpServlet {

        private static final long serialVersionUID = 1L;

        @Override
        protected void doPost(HttpServletRequest request, HttpServletResponse response) throws IOException {
            try {
                READ.add(Integer.toString(request.getInputStream().readAllBytes().length));
            } catch (IOException e) {
                READ.add(String.valueOf(e.getMessage()));
                throw e;
            }
        }
    }

    private static final class Refuses extends HttpServlet {

        private static final long serialVersionUID = 1L;

        @Override
        protected void doPost(HttpServletRequest request, HttpServletResponse response) throws IOException {
            response.sendError(HttpServletResponse.SC_FORBIDDEN);
        }
    }
}
