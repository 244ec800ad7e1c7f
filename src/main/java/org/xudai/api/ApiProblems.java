package org.xudai.api;

import jakarta.servlet.http.HttpServletRequest;
import java.beans.PropertyEditorSupport;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.web.ErrorResponse;
import org.springframework.web.bind.ServletRequestBindingException;
import org.springframework.web.bind.WebDataBinder;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.InitBinder;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.context.request.async.AsyncRequestNotUsableException;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;
import org.springframework.web.multipart.MaxUploadSizeExceededException;
import org.springframework.web.multipart.MultipartException;
import org.springframework.web.multipart.support.MissingServletRequestPartException;
import org.xudai.dossier.FileTooLarge;
import org.xudai.kernel.OutsideSystemAway;
import org.xudai.kernel.Reference;
import org.xudai.web.ProblemException;
import org.xudai.web.Problems;

/**
 * Every error of the API's controllers as {@code application/problem+json} (RFC 9457), in the caller's language. Requests
 * that come to no controller are answered by the error page of module web in the same form.
 */
@RestControllerAdvice(basePackageClasses = ApiProblems.class)
class ApiProblems {

    private static final Logger LOG = LoggerFactory.getLogger(ApiProblems.class);

    private final Problems problems;

    ApiProblems(Problems problems) {
        this.problems = problems;
    }

    /** Texts that the database cannot hold are refused at the door. */
    @InitBinder
    void takeStorableTextsOnly(WebDataBinder binder) {
        binder.registerCustomEditor(String.class, new PropertyEditorSupport() {

            @Override
            public void setAsText(String text) {
                if (!Parameters.isStorable(text)) {
                    throw new IllegalArgumentException("not a text");
                }
                setValue(text);
            }
        });
    }

    @ExceptionHandler
    ResponseEntity<Map<String, Object>> refused(ProblemException problem, HttpServletRequest request, Locale locale) {
        Reference reference = Reference.fresh();
        LOG.info("{} refused as {}, reference {}", request.getMethod(), problem.code(), reference);
        return problems.answer(problem, reference, locale);
    }

    @ExceptionHandler({MaxUploadSizeExceededException.class, FileTooLarge.class})
    ResponseEntity<Map<String, Object>> tooLarge(Exception e, HttpServletRequest request, Locale locale) {
        ProblemException problem = request.getRequestURI().startsWith("/api/v1/mailroom/")
                ? new ProblemException(HttpStatus.PAYLOAD_TOO_LARGE, "stack-too-large")
                : new ProblemException(HttpStatus.PAYLOAD_TOO_LARGE, "file-too-large");
        return refused(problem, request, locale);
    }

    @ExceptionHandler
    ResponseEntity<Map<String, Object>> unreadable(
            HttpMessageNotReadableException e, HttpServletRequest request, Locale locale) {
        return refused(UnreadableRequest.of(e), request, locale);
    }

    @ExceptionHandler
    ResponseEntity<Map<String, Object>> mistyped(
            MethodArgumentTypeMismatchException e, HttpServletRequest request, Locale locale) {
        return refused(UnreadableRequest.of(e), request, locale);
    }

    @ExceptionHandler({
        MultipartException.class,
        MissingServletRequestPartException.class,
        ServletRequestBindingException.class
    })
    ResponseEntity<Map<String, Object>> incomplete(Exception e, HttpServletRequest request, Locale locale) {
        return refused(UnreadableRequest.incomplete(e), request, locale);
    }

    @ExceptionHandler
    void denied(AccessDeniedException e) {
        throw e;
    }

    /** The caller has gone: nobody is there to answer. */
    @ExceptionHandler
    void gone(AsyncRequestNotUsableException e) {
        LOG.debug("the caller went away", e);
    }

    @ExceptionHandler({
        OutsideSystemAway.class,
        DataAccessResourceFailureException.class,
        CannotCreateTransactionException.class
    })
    ResponseEntity<Map<String, Object>> unavailable(Exception e, HttpServletRequest request, Locale locale) {
        return problems.answer(
                new ProblemException(HttpStatus.SERVICE_UNAVAILABLE, "unavailable"), logged(e, request), locale);
    }

    @ExceptionHandler
    @Nullable
    ResponseEntity<Map<String, Object>> other(Exception e, HttpServletRequest request, Locale locale) {
        if (e instanceof ErrorResponse known) {
            HttpStatus status = Objects.requireNonNullElse(
                    HttpStatus.resolve(known.getStatusCode().value()), HttpStatus.BAD_REQUEST);
            return refused(UnreadableRequest.of(status), request, locale);
        }
        return problems.answer(
                new ProblemException(HttpStatus.INTERNAL_SERVER_ERROR, "fault").with(List.of()),
                logged(e, request),
                locale);
    }

    private static Reference logged(Exception e, HttpServletRequest request) {
        Reference reference = Reference.fresh();
        LOG.error("{} {} failed, reference {}", request.getMethod(), request.getRequestURI(), reference, e);
        return reference;
    }
}
