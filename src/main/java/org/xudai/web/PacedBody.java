package org.xudai.web;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.coyote.ActionCode;
import org.apache.coyote.InputBuffer;
import org.apache.coyote.Request;
import org.apache.tomcat.util.net.ApplicationBufferHandler;

/** The body of a request, given up where the server has waited for it too long. */
final class PacedBody implements InputBuffer {

    /** So much of a body that nobody reads is let come, so that who sent it can read why. */
    private static final long MOST_UNREAD = 32L * 1024 * 1024;

    private final Request request;
    private final InputBuffer plain;
    private final BodySettings settings;
    private long bytes;
    private long waited;
    private boolean ended;

    PacedBody(Request request, InputBuffer plain, BodySettings settings) {
        this.request = request;
        this.plain = plain;
        this.settings = settings;
    }

    @Override
    public int doRead(ApplicationBufferHandler handler) throws IOException {
        long began = System.nanoTime();
        int read = plain.doRead(handler);
        waited += System.nanoTime() - began;
        if (read < 0) {
            ended = true;
            return read;
        }
        bytes += read;
        if (Duration.ofNanos(waited).compareTo(settings.allowed(bytes)) > 0) {
            giveUp();
            throw new BodyTooSlow(bytes, Duration.ofNanos(waited));
        }
        return read;
    }

    @Override
    public int available() {
        return plain.available();
    }

    /** Whether more of it may come. */
    boolean goesOn() {
        long length = request.getContentLengthLong();
        return !ended && (length < 0 ? request.getHeader("Transfer-Encoding") != null : bytes < length);
    }

    /** Lets the rest come and drops it; at the same pace, or the connection is closed. */
    void drop() {
        Dropped dropped = new Dropped();
        long before = bytes;
        try {
            while (doRead(dropped) >= 0) {
                if (bytes - before > MOST_UNREAD) {
                    giveUp();
                    return;
                }
            }
        } catch (IOException e) {
            giveUp();
        }
    }

    /** The connection is closed after the answer: the server itself would wait on for what is left. */
    private void giveUp() {
        request.action(ActionCode.DISABLE_SWALLOW_INPUT, null);
    }

    /** A body that came too slowly. */
    private static final class BodyTooSlow extends IOException {

        private static final long serialVersionUID = 1L;

        BodyTooSlow(long bytes, Duration waited) {
            super("a body was given up after " + bytes + " bytes in " + waited.toSeconds() + " s");
        }
    }

    private static final class Dropped implements ApplicationBufferHandler {

        private final AtomicReference<ByteBuffer> last = new AtomicReference<>(ByteBuffer.allocate(0));

        @Override
        public void setByteBuffer(ByteBuffer next) {
            last.set(next);
        }

        @Override
        public ByteBuffer getByteBuffer() {
            return Objects.requireNonNull(last.get());
        }

        @Override
        public void expand(int size) {
            // what is dropped needs no room
        }
    }
}
