package org.xudai.journey;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Somebody who tries an address, with all that he has: cookies, a token against forgery, a bearer token. */
final class MatrixCaller {

    private static final Pattern TOKEN = Pattern.compile("name=\"_csrf\"[^>]*value=\"([^\"]+)\"");
    private static final Pattern API_TOKEN = Pattern.compile("\"token\":\"([^\"]+)\"");
    private static final String BOUNDARY = "xudai-matrix-boundary";
    private static final HttpClient CLIENT = HttpClient.newHttpClient();

    private final String name;
    private final String base;
    private final Map<String, String> headers = new LinkedHashMap<>();

    private MatrixCaller(String name, int port) {
        this.name = name;
        this.base = "http://127.0.0.1:" + port;
    }

    static MatrixCaller nobody(int port) {
        return new MatrixCaller("nobody", port);
    }

    /** Signed in at the desk; the same session calls the API. */
    static MatrixCaller staff(String id, int port) {
        MatrixCaller caller = new MatrixCaller(id, port);
        HttpResponse<String> page = caller.send("GET", "/desk/sign-in", "");
        caller.headers.put("Cookie", cookie(page));
        HttpResponse<String> signedIn = caller.send(
                "POST",
                "/desk/sign-in",
                "form:username=" + id + "&password=xudai-demo&_csrf=" + found(TOKEN, page.body()));
        if (!signedIn.headers().firstValue("Location").orElse("").endsWith("/desk/worklist")) {
            throw new AssertionError(id + " cannot sign in");
        }
        caller.headers.put("Cookie", cookie(signedIn));
        caller.headers.put(
                "X-CSRF-TOKEN",
                found(API_TOKEN, caller.send("GET", "/api/v1/csrf", "").body()));
        return caller;
    }

    /** With a session of the portal, which is also his bearer token. */
    static MatrixCaller party(String name, String token, int port) {
        MatrixCaller caller = new MatrixCaller(name, port);
        caller.headers.put("Cookie", "XDPARTY=" + token);
        caller.headers.put("Authorization", "Bearer " + token);
        caller.headers.put(
                "X-CSRF-TOKEN", found(TOKEN, caller.send("GET", "/my", "").body()));
        return caller;
    }

    String name() {
        return name;
    }

    /** Sends a body written as in {@link RightsMatrix}; follows nothing. */
    HttpResponse<String> send(String method, String path, String body) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(base + path));
        headers.forEach(request::header);
        String text = body.substring(body.indexOf(':') + 1);
        if (body.startsWith("form:")) {
            request.header("Content-Type", "application/x-www-form-urlencoded");
        } else if (body.startsWith("json:")) {
            request.header("Content-Type", "application/json");
        } else if (body.startsWith("file:")) {
            request.header("Content-Type", "multipart/form-data; boundary=" + BOUNDARY);
            text = multipart(text);
        }
        try {
            return CLIENT.send(
                    request.method(
                                    method,
                                    body.isEmpty()
                                            ? HttpRequest.BodyPublishers.noBody()
                                            : HttpRequest.BodyPublishers.ofString(text))
                            .build(),
                    HttpResponse.BodyHandlers.ofString(StandardCharsets.ISO_8859_1));
        } catch (IOException e) {
            throw new UncheckedIOException(method + " " + path, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static String multipart(String fields) {
        StringBuilder body = new StringBuilder();
        for (String field : fields.isEmpty() ? new String[0] : fields.split("&", -1)) {
            String[] parts = field.split("=", 2);
            body.append("--" + BOUNDARY + "\r\nContent-Disposition: form-data; name=\"" + parts[0] + "\"\r\n\r\n"
                    + parts[1] + "\r\n");
        }
        return body + "--" + BOUNDARY + "\r\nContent-Disposition: form-data; name=\"file\"; filename=\"a.csv\"\r\n\r\n"
                + "no table and no paper\r\n--" + BOUNDARY + "--\r\n";
    }

    private static String cookie(HttpResponse<String> answer) {
        return answer.headers().firstValue("Set-Cookie").orElse("").replaceFirst(";.*", "");
    }

    private static String found(Pattern pattern, String text) {
        Matcher matcher = pattern.matcher(text);
        if (!matcher.find()) {
            throw new AssertionError("no " + pattern);
        }
        return matcher.group(1);
    }
}
