package org.xudai.web;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.http.HttpStatus;
import org.xudai.kernel.FieldProblem;

/**
 * A refusal to show to whoever asked: an answer of RFC 9457 on the API, a page on the sites. Its sentences are
 * {@code problem.<code>.title} and {@code problem.<code>.detail} in the bundles.
 */
public class ProblemException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final HttpStatus status;
    private final String code;
    private final transient List<Object> arguments;
    private final transient List<FieldProblem> errors;
    private final transient Map<String, Object> facts;

    /**
     * A refusal.
     *
     * @param code stable code, lower case with hyphens; {@code urn:xudai:problem:<code>} is its type
     * @param arguments arguments of the sentences
     */
    public ProblemException(HttpStatus status, String code, Object... arguments) {
        this(status, code, List.of(arguments), List.of(), Map.of());
    }

    private ProblemException(
            HttpStatus status,
            String code,
            List<Object> arguments,
            List<FieldProblem> errors,
            Map<String, Object> facts) {
        super(code);
        this.status = status;
        this.code = code;
        this.arguments = arguments;
        this.errors = errors;
        this.facts = facts;
    }

    /** The same with problems of fields. */
    public ProblemException with(List<FieldProblem> problems) {
        return new ProblemException(status, code, arguments, problems, facts);
    }

    /** The same with a fact beside the sentences, e.g. the number of the open case. */
    public ProblemException with(String name, Object fact) {
        Map<String, Object> more = new LinkedHashMap<>(facts);
        more.put(name, fact);
        return new ProblemException(status, code, arguments, errors, more);
    }

    public static ProblemException notFound() {
        return new ProblemException(HttpStatus.NOT_FOUND, "not-found");
    }

    public HttpStatus status() {
        return status;
    }

    public String code() {
        return code;
    }

    public List<Object> arguments() {
        return arguments;
    }

    public List<FieldProblem> errors() {
        return errors;
    }

    public Map<String, Object> facts() {
        return facts;
    }
}
