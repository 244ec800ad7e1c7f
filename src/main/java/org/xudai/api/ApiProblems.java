package org.xudai.api;

import jakarta.servlet.http.HttpServletRequest;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.MessageSource;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.web.ErrorResponse;
import org.springframework.web.bind.ServletRequestBindingException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;
import org.springframework.web.multipart.MaxUploadSizeExceededException;
import org.springframework.web.multipart.MultipartException;
import org.springframework.web.multipart.support.MissingServletRequestPartException;
import org.xudai.dossier.FileTooLarge;
import org.xudai.dossier.ObjectStoreUnavailable;
import org.xudai.kernel.FieldProblem;
import org.xudai.web.ProblemException;

/** Every error of the API as {@code application/problem+json} (RFC 9457), in the caller's language. */
@RestControllerAdvice(basePackageClasses = ApiProblems.class)
class ApiProblems {

    private static final Logger LOG = LoggerFactory.getLogger(ApiProblems.class);
    private static final String LETTERS = "23456789ABCDEFGHJKMNPQRSTUVWXYZ";
    private static final int REFERENCE_LENGTH = 6;

    private final MessageSource texts;
    private final SecureRandom random = new SecureRandom();

    ApiProblems(MessageSource texts) {
        this.texts = texts;
    }

    @ExceptionHandler
    ResponseEntity<Map<String, Object>> refused(ProblemException problem, Locale locale) {
        return answer(problem.status(), problem.code(), problem.arguments(), problem.errors(), problem.facts(), locale);
    }

    @ExceptionHandler({MaxUploadSizeExceededException.class, FileTooLarge.class})
    ResponseEntity<Map<String, Object>> tooLarge(Exception e, Locale locale) {
        return answer(HttpStatus.PAYLOAD_TOO_LARGE, "file-too-large", locale);
    }

    @ExceptionHandler({
        HttpMessageNotReadableException.class,
        MultipartException.class,
        MissingServletRequestPartException.class,
        ServletRequestBindingException.class,
        MethodArgumentTypeMismatchException.class
    })
    ResponseEntity<Map<String, Object>> unreadable(Exception e, Locale locale) {
        return answer(HttpStatus.BAD_REQUEST, "request-unreadable", locale);
    }

    @ExceptionHandler
    void denied(AccessDeniedException e) {
        throw e;
    }

    @ExceptionHandler({
        ObjectStoreUnavailable.class,
        DataAccessResourceFailureException.class,
        CannotCreateTransactionException.class
    })
    ResponseEntity<Map<String, Object>> unavailable(Exception e, HttpServletRequest request, Locale locale) {
        String reference = logged(e, request);
        return answer(
                HttpStatus.SERVICE_UNAVAILABLE,
                "unavailable",
                List.of(reference),
                List.of(),
                Map.of("reference", reference),
                locale);
    }

    @ExceptionHandler
    ResponseEntity<Map<String, Object>> other(Exception e, HttpServletRequest request, Locale locale) {
        if (e instanceof ErrorResponse known) {
            HttpStatus status = HttpStatus.valueOf(known.getStatusCode().value());
            return answer(status, status == HttpStatus.NOT_FOUND ? "not-found" : "request-unreadable", locale);
        }
        String reference = logged(e, request);
        return answer(
                HttpStatus.INTERNAL_SERVER_ERROR,
                "fault",
                List.of(reference),
                List.of(),
                Map.of("reference", reference),
                locale);
    }

    private String logged(Exception e, HttpServletRequest request) {
        StringBuilder reference = new StringBuilder();
        for (int i = 0; i < REFERENCE_LENGTH; i++) {
            reference.append(LETTERS.charAt(random.nextInt(LETTERS.length())));
        }
        LOG.error("{} {} failed, reference {}", request.getMethod(), request.getRequestURI(), reference, e);
        return reference.toString();
    }

    private ResponseEntity<Map<String, Object>> answer(HttpStatus status, String code, Locale locale) {
        return answer(status, code, List.of(), List.of(), Map.of(), locale);
    }

    private ResponseEntity<Map<String, Object>> answer(
            HttpStatus status,
            String code,
            List<Object> arguments,
            List<FieldProblem> errors,
            Map<String, Object> facts,
            Locale locale) {
        Map<String, Object> problem = new LinkedHashMap<>();
        problem.put("type", "urn:xudai:problem:" + code);
        problem.put("title", text("problem." + code + ".title", arguments, locale));
        problem.put("status", status.value());
        problem.put("detail", text("problem." + code + ".detail", arguments, locale));
        if (!errors.isEmpty()) {
            List<Map<String, Object>> shown = new ArrayList<>();
            for (FieldProblem error : errors) {
                shown.add(Map.of(
                        "field", error.field(),
                        "code", error.problem(),
                        "problem", text("problem." + error.problem(), List.of(error.shown()), locale)));
            }
            problem.put("errors", shown);
        }
        problem.putAll(facts);
        return ResponseEntity.status(status)
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .body(problem);
    }

    private String text(String key, List<Object> arguments, Locale locale) {
        String found = texts.getMessage(key, arguments.toArray(), key, locale);
        return found == null ? key : found;
    }
}
