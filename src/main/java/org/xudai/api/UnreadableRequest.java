package org.xudai.api;

import com.fasterxml.jackson.core.JsonParseException;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.temporal.Temporal;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.web.bind.MissingServletRequestParameterException;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;
import org.springframework.web.multipart.support.MissingServletRequestPartException;
import org.xudai.kernel.FieldProblem;
import org.xudai.web.ProblemException;

/** What is wrong with a request that did not become a call: the field by its name, and what it should have been. */
final class UnreadableRequest {

    private static final int SHOWN = 60;

    private UnreadableRequest() {}

    /** A body that is not the JSON that was asked for. */
    static ProblemException of(HttpMessageNotReadableException e) {
        Throwable cause = e.getCause();
        if (cause instanceof StreamConstraintsException) {
            return new ProblemException(HttpStatus.PAYLOAD_TOO_LARGE, "body-too-large");
        }
        if (cause instanceof JsonMappingException mapping && mapping.getCause() instanceof StreamConstraintsException) {
            return new ProblemException(HttpStatus.PAYLOAD_TOO_LARGE, "body-too-large");
        }
        if (cause instanceof JsonMappingException mapping && !mapping.getPath().isEmpty()) {
            Class<?> type = mapping instanceof MismatchedInputException mismatch ? mismatch.getTargetType() : null;
            return field(path(mapping), problemOf(type), "");
        }
        return new ProblemException(
                HttpStatus.BAD_REQUEST, cause instanceof JsonParseException ? "json-malformed" : "body-unreadable");
    }

    /** A parameter that is not what it should be; a part of the path that cannot be one leads to nothing. */
    static ProblemException of(MethodArgumentTypeMismatchException e) {
        if (e.getParameter().hasParameterAnnotation(PathVariable.class)) {
            return ProblemException.notFound();
        }
        String value = String.valueOf(e.getValue());
        return field(
                e.getName(),
                problemOf(e.getRequiredType()),
                value.length() > SHOWN ? value.substring(0, SHOWN) + "…" : value);
    }

    /** A parameter or part that is missing, or a multipart body that breaks off. */
    static ProblemException incomplete(Exception e) {
        if (e instanceof MissingServletRequestParameterException missing) {
            return field(missing.getParameterName(), "missing", "");
        }
        if (e instanceof MissingServletRequestPartException missing) {
            return field(missing.getRequestPartName(), "missing", "");
        }
        return new ProblemException(HttpStatus.BAD_REQUEST, "request-unreadable");
    }

    /** What else the framework refuses. */
    static ProblemException of(HttpStatus status) {
        return new ProblemException(
                status,
                switch (status) {
                    case NOT_FOUND -> "not-found";
                    case METHOD_NOT_ALLOWED -> "method-not-allowed";
                    case NOT_ACCEPTABLE -> "not-acceptable";
                    case UNSUPPORTED_MEDIA_TYPE -> "content-type";
                    case PAYLOAD_TOO_LARGE -> "file-too-large";
                    default -> "request-unreadable";
                });
    }

    private static ProblemException field(String name, String problem, String value) {
        return new ProblemException(HttpStatus.BAD_REQUEST, "request-unreadable")
                .with(List.of(new FieldProblem(name, problem, value)));
    }

    private static String problemOf(@Nullable Class<?> type) {
        if (type == null) {
            return "value-unknown";
        }
        if (type == LocalDate.class) {
            return "date-wrong";
        }
        if (Temporal.class.isAssignableFrom(type)) {
            return "moment-wrong";
        }
        if (type == BigDecimal.class) {
            return "amount-wrong";
        }
        if (type == int.class || type == long.class || Number.class.isAssignableFrom(type)) {
            return "number-wrong";
        }
        if (type == boolean.class || type == Boolean.class) {
            return "yes-or-no";
        }
        return type == String.class ? "text-expected" : "value-unknown";
    }

    /** {@code corrections[0].material}. */
    private static String path(JsonMappingException e) {
        StringBuilder path = new StringBuilder();
        for (JsonMappingException.Reference step : e.getPath()) {
            if (step.getFieldName() == null) {
                path.append('[').append(step.getIndex()).append(']');
            } else {
                path.append(path.length() == 0 ? "" : ".").append(step.getFieldName());
            }
        }
        return path.toString();
    }
}
