package org.xudai.portal;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.CookieManager;
import java.net.CookiePolicy;
import java.net.HttpCookie;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.xudai.access.PartySession;
import org.xudai.access.PartySessions;

/** Somebody at the portal with a browser's cookies, who follows redirects and reads what the page says. */
final class Visitor {

    private static final Pattern TOKEN = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"");
    private static final Pattern TAGS = Pattern.compile("<(head|script|svg)\\b.*?</\\1>|<[^>]*>", Pattern.DOTALL);
    private static final String BOUNDARY = "xudai-test-boundary";

    private final CookieManager cookies = new CookieManager(null, CookiePolicy.ACCEPT_ALL);
    private final HttpClient client = HttpClient.newBuilder()
            .cookieHandler(cookies)
            .followRedirects(HttpClient.Redirect.NORMAL)
            .build();
    private final URI base;

    private Visitor(int port) {
        this.base = URI.create("http://127.0.0.1:" + port);
    }

    /** Somebody without a session. */
    static Visitor stranger(int port) {
        return new Visitor(port);
    }

    /** Somebody who has signed in. */
    static Visitor signedIn(int port, PartySessions sessions, PartySession party) {
        Visitor visitor = new Visitor(port);
        HttpCookie cookie = new HttpCookie("XDPARTY", sessions.open(party));
        cookie.setPath("/my");
        cookie.setVersion(0);
        visitor.cookies.getCookieStore().add(visitor.base, cookie);
        return visitor;
    }

    /** A page as it came. */
    record Seen(int status, URI address, String html) {

        /** What a reader reads, without markup, on one line. */
        String words() {
            return TAGS.matcher(html).replaceAll(" ").replaceAll("\\s+", " ");
        }

        String field(String name) {
            Matcher matcher =
                    Pattern.compile("name=\"" + name + "\" value=\"([^\"]*)\"").matcher(html);
            return matcher.find() ? matcher.group(1) : "";
        }

        List<String> fields(String name) {
            Matcher matcher =
                    Pattern.compile("name=\"" + name + "\" value=\"([^\"]*)\"").matcher(html);
            List<String> values = new ArrayList<>();
            while (matcher.find()) {
                values.add(matcher.group(1));
            }
            return values;
        }
    }

    Seen get(String path) {
        return send(HttpRequest.newBuilder(base.resolve(path)).GET());
    }

    byte[] bytes(String path) {
        try {
            return client.send(
                            HttpRequest.newBuilder(base.resolve(path)).build(), HttpResponse.BodyHandlers.ofByteArray())
                    .body();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** Posts a form of a page, with the token that page gave. */
    Seen submit(String page, String path, Map<String, String> fields) {
        Map<String, String> all = new LinkedHashMap<>(fields);
        all.put("_csrf", token(page));
        StringBuilder body = new StringBuilder();
        all.forEach((name, value) -> body.append(body.length() == 0 ? "" : "&")
                .append(name)
                .append('=')
                .append(URLEncoder.encode(value, StandardCharsets.UTF_8)));
        return send(HttpRequest.newBuilder(base.resolve(path))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(body.toString())));
    }

    /** Uploads files for a material with the fields its page has. */
    Seen upload(String material, byte[]... files) {
        Seen page = get("/my/materials/" + material);
        Map<String, List<String>> fields = new LinkedHashMap<>();
        for (String name : List.of("_csrf", "slot", "keep", "at", "kept")) {
            fields.put(name, name.equals("_csrf") ? List.of(page.field(name)) : page.fields(name));
        }
        return upload(material, fields, files);
    }

    /** Uploads files with the given fields. */
    Seen upload(String material, Map<String, List<String>> fields, byte[]... files) {
        return send(HttpRequest.newBuilder(base.resolve("/my/materials/" + material + "/upload"))
                .header("Content-Type", "multipart/form-data; boundary=" + BOUNDARY)
                .POST(HttpRequest.BodyPublishers.ofByteArray(body(fields, files))));
    }

    String cookie() {
        StringBuilder header = new StringBuilder();
        cookies.getCookieStore().getCookies().forEach(cookie -> header.append(header.length() == 0 ? "" : "; ")
                .append(cookie.getName())
                .append('=')
                .append(cookie.getValue()));
        return header.toString();
    }

    String token(String page) {
        Matcher matcher = TOKEN.matcher(get(page).html());
        return matcher.find() ? matcher.group(1) : "";
    }

    private static byte[] body(Map<String, List<String>> fields, byte[]... files) {
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        fields.forEach((name, values) -> values.forEach(value -> body.writeBytes(
                ("--" + BOUNDARY + "\r\nContent-Disposition: form-data; name=\"" + name + "\"\r\n\r\n" + value + "\r\n")
                        .getBytes(StandardCharsets.UTF_8))));
        for (byte[] file : files) {
            body.writeBytes(("--" + BOUNDARY
                            + "\r\nContent-Disposition: form-data; name=\"file\"; filename=\"a.jpg\"\r\n"
                            + "Content-Type: application/octet-stream\r\n\r\n")
                    .getBytes(StandardCharsets.UTF_8));
            body.writeBytes(file);
            body.writeBytes("\r\n".getBytes(StandardCharsets.UTF_8));
        }
        body.writeBytes(("--" + BOUNDARY + "--\r\n").getBytes(StandardCharsets.UTF_8));
        return body.toByteArray();
    }

    private Seen send(HttpRequest.Builder request) {
        try {
            HttpResponse<String> answer = client.send(
                    request.header("Accept-Language", "zh-CN").build(), HttpResponse.BodyHandlers.ofString());
            return new Seen(answer.statusCode(), answer.uri(), answer.body());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
