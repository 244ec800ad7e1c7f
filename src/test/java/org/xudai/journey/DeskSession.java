package org.xudai.journey;

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
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Somebody signed in at the desk with a browser's cookies, who then also speaks to Cockpit's own API. */
public final class DeskSession {

    private static final Pattern TOKEN = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"");

    private final CookieManager cookies;
    private final HttpClient client;
    private final String base;

    /** Nobody yet. */
    DeskSession(int port) {
        this(port, new CookieManager(null, CookiePolicy.ACCEPT_ALL));
    }

    private DeskSession(int port, CookieManager cookies) {
        this.cookies = cookies;
        this.client = HttpClient.newBuilder().cookieHandler(cookies).build();
        this.base = "http://127.0.0.1:" + port;
    }

    /** The same browser, sent to another node. */
    public DeskSession at(int port) {
        return new DeskSession(port, cookies);
    }

    public DeskSession(int port, String user) {
        this(port);
        String next = signIn(user, "xudai-demo");
        if (!next.endsWith("/desk/worklist")) {
            throw new AssertionError(user + " cannot sign in: " + next);
        }
    }

    /** Signs in; gives the address the desk sends on to. */
    String signIn(String user, String password) {
        String token = token(get("/desk/sign-in").body());
        return form("/desk/sign-in", "username=" + user + "&password=" + encode(password) + "&_csrf=" + encode(token))
                .headers()
                .firstValue("Location")
                .orElse("");
    }

    public HttpResponse<String> get(String path) {
        return send(HttpRequest.newBuilder(URI.create(base + path)).GET().build());
    }

    /** Posts a form of a desk page, with the token that page gave. */
    public HttpResponse<String> submit(String page, String path, String fields) {
        String token = token(get(page).body());
        return form(path, fields + (fields.isEmpty() ? "" : "&") + "_csrf=" + encode(token));
    }

    /** Posts a form that still stands on the screen, with a token that may have died with its session. */
    HttpResponse<String> post(String path, String fields) {
        return form(path, fields);
    }

    /** Posts a form as a page of another site would. */
    HttpResponse<String> postFromElsewhere(String path, String fields) {
        return form(path, fields, "cross-site");
    }

    /** Posts a form of a desk page with a file. */
    HttpResponse<String> upload(String page, String path, String kind, String fileName, String content) {
        String token = token(get(page).body());
        String boundary = "xudai-desk-boundary";
        String body = part(boundary, "name=\"_csrf\"", token)
                + part(boundary, "name=\"kind\"", kind)
                + part(boundary, "name=\"file\"; filename=\"" + fileName + "\"", content)
                + "--" + boundary + "--\r\n";
        return send(HttpRequest.newBuilder(URI.create(base + path))
                .header("Content-Type", "multipart/form-data; boundary=" + boundary)
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build());
    }

    private static String part(String boundary, String disposition, String content) {
        return "--" + boundary + "\r\nContent-Disposition: form-data; " + disposition + "\r\n\r\n" + content + "\r\n";
    }

    /** Calls the API of an engine's Cockpit as its page does: the page first, for its token. */
    public HttpResponse<String> cockpit(String engine, String method, String path, String json) {
        HttpResponse<String> page = get("/camunda/app/cockpit/" + engine + "/");
        if (page.statusCode() != 200) {
            throw new AssertionError("Cockpit does not open: " + page.statusCode());
        }
        String token = cookies.getCookieStore().getCookies().stream()
                .filter(cookie -> cookie.getName().equals("XSRF-TOKEN"))
                .map(HttpCookie::getValue)
                .findFirst()
                .orElse("");
        return send(HttpRequest.newBuilder(URI.create(base + "/camunda/api/engine/engine/" + engine + path))
                .header("Content-Type", "application/json")
                .header("X-XSRF-TOKEN", token)
                .method(method, HttpRequest.BodyPublishers.ofString(json))
                .build());
    }

    private HttpResponse<String> form(String path, String fields) {
        return form(path, fields, "same-origin");
    }

    private HttpResponse<String> form(String path, String fields, String from) {
        return send(HttpRequest.newBuilder(URI.create(base + path))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .header("Sec-Fetch-Site", from)
                .POST(HttpRequest.BodyPublishers.ofString(fields))
                .build());
    }

    private static String token(String page) {
        Matcher matcher = TOKEN.matcher(page);
        return matcher.find() ? matcher.group(1) : "";
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private HttpResponse<String> send(HttpRequest request) {
        try {
            return client.send(request, HttpResponse.BodyHandlers.ofString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
