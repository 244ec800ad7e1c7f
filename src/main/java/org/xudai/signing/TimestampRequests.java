package org.xudai.signing;

import eu.europa.esig.dss.model.DSSException;
import eu.europa.esig.dss.spi.client.http.DataLoader;
import eu.europa.esig.dss.spi.exception.DSSExternalResourceException;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;

/** Requests to a time-stamping authority: one at a time, each with its limit of time and size, none repeated. */
final class TimestampRequests implements DataLoader {

    private static final long serialVersionUID = 1L;
    private static final int LARGEST = 1 << 20;

    private final transient HttpClient client;
    private final Duration timeout;

    TimestampRequests(Duration timeout) {
        this.timeout = timeout;
        this.client = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .connectTimeout(timeout)
                .build();
    }

    @Override
    public byte[] post(String address, byte[] content) throws DSSException {
        HttpRequest request = HttpRequest.newBuilder(URI.create(address))
                .timeout(timeout)
                .header("Content-Type", "application/timestamp-query")
                .POST(HttpRequest.BodyPublishers.ofByteArray(content))
                .build();
        try {
            HttpResponse<InputStream> answer = client.send(request, HttpResponse.BodyHandlers.ofInputStream());
            try (InputStream body = answer.body()) {
                byte[] bytes = body.readNBytes(LARGEST);
                if (answer.statusCode() != 200) {
                    throw new DSSExternalResourceException("the authority answered " + answer.statusCode());
                }
                return bytes;
            }
        } catch (IOException e) {
            throw new DSSExternalResourceException("the authority does not answer", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new DSSExternalResourceException("interrupted while the authority was asked", e);
        }
    }

    @Override
    public byte[] get(String address) throws DSSException {
        throw new DSSException("only time stamps are asked for");
    }

    @Override
    public DataAndUrl get(List<String> addresses) throws DSSException {
        throw new DSSException("only time stamps are asked for");
    }

    @Override
    public void setContentType(String contentType) {
        // there is only one
    }
}
