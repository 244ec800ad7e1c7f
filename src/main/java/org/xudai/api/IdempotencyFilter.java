package org.xudai.api;

import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.servlet.LocaleResolver;
import org.springframework.web.util.ContentCachingResponseWrapper;
import org.xudai.kernel.FieldProblem;
import org.xudai.kernel.Reference;
import org.xudai.web.ProblemException;
import org.xudai.web.Problems;

/**
 * An unsafe call with an {@code Idempotency-Key} is done once: for 24 hours the same caller with the same key and body gets
 * the first answer, with another body 422, while the first still runs 409. Answers that say nothing of the act (401, 429,
 * faults) are not kept.
 */
final class IdempotencyFilter extends OncePerRequestFilter {

    static final String HEADER = "Idempotency-Key";

    private static final Set<String> SAFE = Set.of("GET", "HEAD", "OPTIONS", "TRACE");
    private static final Pattern KEY = Pattern.compile("[\\x21-\\x7E]{1,255}");

    private final IdempotencyTable table;
    private final IdempotencyMark mark;
    private final Problems problems;
    private final LocaleResolver locales;
    private final ObjectMapper json;

    IdempotencyFilter(
            IdempotencyTable table,
            IdempotencyMark mark,
            Problems problems,
            LocaleResolver locales,
            ObjectMapper json) {
        this.table = table;
        this.mark = mark;
        this.problems = problems;
        this.locales = locales;
        this.json = json;
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return request.getHeader(HEADER) == null || SAFE.contains(request.getMethod());
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        String key = request.getHeader(HEADER);
        if (!KEY.matcher(key).matches()) {
            refuse(request, response, HttpStatus.BAD_REQUEST, "request-unreadable", "idempotency-key-wrong");
            return;
        }
        RepeatableRequest repeatable;
        try {
            repeatable = RepeatableRequest.of(request, key);
        } catch (IllegalStateException | IOException | ServletException e) {
            // a body that cannot be read is refused where it is needed
            logger.debug("a request with an idempotency key cannot be read", e);
            chain.doFilter(request, response);
            return;
        }
        String id = sha256(caller() + "\n" + key);
        IdempotencyTable.Claim claim = table.claim(id, repeatable.hash());
        if (claim instanceof IdempotencyTable.Claim.Granted) {
            run(id, key, repeatable, response, chain);
        } else if (claim instanceof IdempotencyTable.Claim.Answered answered) {
            repeat(answered.status(), SealedAnswer.open(answered.sealed(), key, id), response);
        } else if (claim instanceof IdempotencyTable.Claim.OtherRequest) {
            refuse(request, response, HttpStatus.UNPROCESSABLE_ENTITY, "idempotency-body", "");
        } else if (claim instanceof IdempotencyTable.Claim.AnswerLost) {
            refuse(request, response, HttpStatus.CONFLICT, "idempotency-lost", "");
        } else {
            refuse(request, response, HttpStatus.CONFLICT, "idempotency-running", "");
        }
    }

    private void run(String id, String key, RepeatableRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        ContentCachingResponseWrapper caught = new ContentCachingResponseWrapper(response);
        boolean kept = false;
        mark.begin(id);
        try {
            chain.doFilter(request, caught);
            int status = caught.getStatus();
            if (status < 500 && status != 401 && status != 429) {
                SealedAnswer.Answer answer = new SealedAnswer.Answer(
                        caught.getContentType() == null ? "" : caught.getContentType(),
                        new String(caught.getContentAsByteArray(), StandardCharsets.UTF_8));
                table.keep(id, status, SealedAnswer.seal(answer, key, id));
                kept = true;
            }
        } finally {
            mark.end();
            if (!kept) {
                table.release(id);
            }
        }
        caught.copyBodyToResponse();
    }

    private static void repeat(int status, SealedAnswer.Answer answer, HttpServletResponse response)
            throws IOException {
        response.setStatus(status);
        if (!answer.contentType().isEmpty()) {
            response.setContentType(answer.contentType());
        }
        response.setHeader("Idempotency-Replayed", "true");
        response.getOutputStream().write(answer.body().getBytes(StandardCharsets.UTF_8));
    }

    private void refuse(
            HttpServletRequest request, HttpServletResponse response, HttpStatus status, String code, String field)
            throws IOException {
        ProblemException problem = new ProblemException(status, code);
        ResponseEntity<?> answer = problems.answer(
                field.isEmpty() ? problem : problem.with(List.of(new FieldProblem(HEADER, field, ""))),
                Reference.fresh(),
                locales.resolveLocale(request));
        response.setStatus(status.value());
        response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
        json.writeValue(response.getOutputStream(), answer.getBody());
    }

    private static String caller() {
        Authentication who = SecurityContextHolder.getContext().getAuthentication();
        return who == null ? "" : who.getName();
    }

    private static String sha256(String text) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
