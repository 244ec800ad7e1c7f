package org.xudai.web;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ErrorReportValve;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.web.embedded.tomcat.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.xudai.kernel.Reference;

/** What the server itself refuses before any page or call is reached, as a broken address: a problem, no page of its own; and slow bodies. */
@Configuration(proxyBeanMethods = false)
class ServerErrors {

    @Bean
    WebServerFactoryCustomizer<TomcatServletWebServerFactory> problemsOfTheServer(
            Problems problems, ObjectMapper json) {
        return factory -> factory.addContextCustomizers(
                context -> context.getParent().getPipeline().addValve(new ProblemValve(problems, json)));
    }

    @Bean
    WebServerFactoryCustomizer<TomcatServletWebServerFactory> paceOfBodies(BodySettings settings) {
        return factory -> factory.addEngineValves(new BodyPace(settings));
    }

    private static final class ProblemValve extends ErrorReportValve {

        private final Problems problems;
        private final ObjectMapper json;

        ProblemValve(Problems problems, ObjectMapper json) {
            this.problems = problems;
            this.json = json;
        }

        @Override
        protected void report(Request request, Response response, @Nullable Throwable failure) {
            HttpStatus status = HttpStatus.resolve(response.getStatus());
            if (status == null
                    || !status.isError()
                    || response.getContentWritten() > 0
                    || !response.setErrorReported()) {
                return;
            }
            String code = status.is4xxClientError() ? "request-unreadable" : "fault";
            var body = problems.answer(new ProblemException(status, code), Reference.fresh(), Locale.SIMPLIFIED_CHINESE)
                    .getBody();
            try {
                response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
                response.setCharacterEncoding(StandardCharsets.UTF_8.name());
                response.getReporter().write(json.writeValueAsString(body));
            } catch (IOException e) {
                container.getLogger().debug("a refusal could not be written", e);
            }
        }
    }
}
