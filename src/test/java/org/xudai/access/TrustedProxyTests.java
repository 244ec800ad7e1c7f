package org.xudai.access;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.InetAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;
import org.springframework.boot.web.embedded.tomcat.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServer;

/** Whose word about somebody's address is believed. */
class TrustedProxyTests {

    /** What the product takes a caller's address and protocol to be, behind a server with these settings. */
    private static String seen(Map<String, String> settings, String forwardedFor) throws Exception {
        TomcatServletWebServerFactory factory = new TomcatServletWebServerFactory(0);
        factory.setAddress(InetAddress.getLoopbackAddress());
        new LimitedDoors()
                .trustedProxies(new Binder(new MapConfigurationPropertySource(settings))
                        .bindOrCreate("xudai.limits", LimitSettings.class))
                .customize(factory);
        WebServer server = factory.getWebServer(
                context -> context.addServlet("echo", new Echo()).addMapping("/"));
        server.start();
        try {
            return HttpClient.newHttpClient()
                    .send(
                            HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + server.getPort() + "/"))
                                    .header("X-Forwarded-For", forwardedFor)
                                    .header("X-Forwarded-Proto", "https")
                                    .build(),
                            HttpResponse.BodyHandlers.ofString())
                    .body();
        } finally {
            server.stop();
        }
    }

    private static final class Echo extends HttpServlet {

        private static final long serialVersionUID = 1L;

        @Override
        protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
            response.getWriter().print(request.getRemoteAddr() + " " + request.isSecure());
        }
    }

    @Test
    void nobodyIsBelievedWhereNoProxyIsNamed() throws Exception {
        assertThat(seen(Map.of(), "203.0.113.9")).isEqualTo("127.0.0.1 false");
    }

    @Test
    void aNamedProxyIsBelievedAndWhatACallerWroteBeforeItIsNot() throws Exception {
        Map<String, String> proxy = Map.of("xudai.limits.trusted-proxies", "127.0.0.1");
        assertThat(seen(proxy, "203.0.113.9")).isEqualTo("203.0.113.9 true");
        assertThat(seen(proxy, "198.51.100.7, 203.0.113.9")).isEqualTo("203.0.113.9 true");
    }

    @Test
    void anotherAddressThanTheNamedOneIsNotBelieved() throws Exception {
        assertThat(seen(Map.of("xudai.limits.trusted-proxies", "172.30.70.2"), "203.0.113.9"))
                .isEqualTo("127.0.0.1 false");
        assertThat(seen(Map.of("xudai.limits.trusted-proxies", "127.0x0.1"), "203.0.113.9"))
                .isEqualTo("127.0.0.1 false");
    }
}
