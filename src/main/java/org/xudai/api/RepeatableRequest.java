package org.xudai.api;

import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.Part;
import java.io.BufferedReader;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Objects;

/**
 * A request whose body was looked at before its controller reads it. Two requests are the same where key, method, address
 * and body are; of a multipart body the parts count, since every sender draws another boundary.
 */
final class RepeatableRequest extends HttpServletRequestWrapper {

    private final byte[] body;
    private final String hash;

    private RepeatableRequest(HttpServletRequest request, byte[] body, String hash) {
        super(request);
        this.body = body;
        this.hash = hash;
    }

    /**
     * Reads a request.
     *
     * @throws IllegalStateException where a file is over the limit
     */
    static RepeatableRequest of(HttpServletRequest request, String idempotencyKey)
            throws IOException, ServletException {
        MessageDigest digest = sha256();
        update(digest, idempotencyKey);
        update(digest, request.getMethod());
        update(digest, request.getRequestURI());
        update(digest, Objects.requireNonNullElse(request.getQueryString(), ""));
        if (isMultipart(request)) {
            for (Part part : request.getParts()) {
                update(digest, Objects.requireNonNullElse(part.getName(), ""));
                update(digest, Objects.requireNonNullElse(part.getSubmittedFileName(), ""));
                update(digest, Long.toString(part.getSize()));
                try (InputStream in = new DigestInputStream(part.getInputStream(), digest)) {
                    in.transferTo(java.io.OutputStream.nullOutputStream());
                }
            }
            return new RepeatableRequest(request, new byte[0], HexFormat.of().formatHex(digest.digest()));
        }
        byte[] body = request.getInputStream().readNBytes(ApiConfiguration.LONGEST + 1);
        digest.update(body);
        return new RepeatableRequest(request, body, HexFormat.of().formatHex(digest.digest()));
    }

    String hash() {
        return hash;
    }

    @Override
    public ServletInputStream getInputStream() throws IOException {
        return isMultipart(this) ? super.getInputStream() : new BodyStream(new ByteArrayInputStream(body));
    }

    @Override
    public BufferedReader getReader() throws IOException {
        return new BufferedReader(new InputStreamReader(getInputStream(), StandardCharsets.UTF_8));
    }

    private static boolean isMultipart(HttpServletRequest request) {
        String type = request.getContentType();
        return type != null && type.toLowerCase(Locale.ROOT).startsWith("multipart/form-data");
    }

    private static void update(MessageDigest digest, String text) {
        digest.update(text.getBytes(StandardCharsets.UTF_8));
        digest.update((byte) 0);
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private static final class BodyStream extends ServletInputStream {

        private final ByteArrayInputStream body;

        BodyStream(ByteArrayInputStream body) {
            this.body = body;
        }

        @Override
        public int read() {
            return body.read();
        }

        @Override
        public int read(byte[] buffer, int offset, int length) {
            return body.read(buffer, offset, length);
        }

        @Override
        public boolean isFinished() {
            return body.available() == 0;
        }

        @Override
        public boolean isReady() {
            return true;
        }

        @Override
        public void setReadListener(ReadListener listener) {
            throw new UnsupportedOperationException("the body is already here");
        }
    }
}
