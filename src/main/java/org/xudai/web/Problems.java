package org.xudai.web;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.springframework.context.MessageSource;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;
import org.xudai.kernel.FieldProblem;
import org.xudai.kernel.Reference;

/**
 * Refusals and faults as {@code application/problem+json} (RFC 9457): a stable type, title and detail in the caller's
 * language, the fields that cannot be taken, and a reference for the phone.
 */
@Component
public class Problems {

    private final MessageSource texts;

    Problems(MessageSource texts) {
        this.texts = texts;
    }

    /**
     * The answer to give.
     *
     * @param reference what the log calls it; the last argument of its sentences
     */
    public ResponseEntity<Map<String, Object>> answer(ProblemException problem, Reference reference, Locale locale) {
        List<Object> arguments = new ArrayList<>(problem.arguments());
        arguments.add(reference.value());
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("type", "urn:xudai:problem:" + problem.code());
        body.put("title", text("problem." + problem.code() + ".title", arguments, locale));
        body.put("status", problem.status().value());
        body.put("detail", text("problem." + problem.code() + ".detail", arguments, locale));
        body.put("reference", reference.value());
        if (!problem.errors().isEmpty()) {
            body.put(
                    "errors",
                    problem.errors().stream().map(error -> shown(error, locale)).toList());
        }
        body.putAll(problem.facts());
        return ResponseEntity.status(problem.status())
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .headers(headers -> {
                    Object seconds = problem.facts().get("retryAfterSeconds");
                    if (seconds != null) {
                        headers.set("Retry-After", seconds.toString());
                    }
                })
                .body(body);
    }

    private Map<String, String> shown(FieldProblem error, Locale locale) {
        Map<String, String> shown = new LinkedHashMap<>();
        shown.put("field", error.field());
        shown.put("code", error.problem());
        shown.put("problem", text("problem." + error.problem(), List.of(error.shown()), locale));
        return shown;
    }

    private String text(String key, List<Object> arguments, Locale locale) {
        String found = texts.getMessage(key, arguments.toArray(), key, locale);
        return found == null ? key : found;
    }
}
