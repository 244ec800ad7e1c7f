package org.xudai.api;

import io.swagger.v3.oas.models.media.ArraySchema;
import io.swagger.v3.oas.models.media.IntegerSchema;
import io.swagger.v3.oas.models.media.ObjectSchema;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.media.StringSchema;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** An error as the interface answers it (RFC 9457), and what each status means. */
final class ProblemSchema {

    /** What a caller does about each status. */
    static final Map<Integer, String> MEANINGS = Map.ofEntries(
            Map.entry(400, "The request cannot be read; errors names each field and what it should be."),
            Map.entry(401, "Nobody is signed in, or the session or token has ended."),
            Map.entry(
                    403,
                    "The caller may not do this, or it came from another site; where a rule of separation of "
                            + "duties is broken the answer names it and who may."),
            Map.entry(404, "There is no such thing, or it belongs to a branch the caller does not work for."),
            Map.entry(406, "The answer is not to be had in a form the caller accepts."),
            Map.entry(
                    409,
                    "The state has moved on, somebody was faster, or the same key is still being worked on. "
                            + "Read the state again before another try."),
            Map.entry(410, "The case was erased when its time had run out; a certificate of what is gone is left."),
            Map.entry(413, "A body or a file is too large; the answer says how large it may be."),
            Map.entry(415, "The body is of another type than this call takes."),
            Map.entry(
                    422,
                    "The request was read and cannot be done as it is; errors or missing say what to change. "
                            + "Also where the Idempotency-Key was used with another request."),
            Map.entry(429, "Too many tries; wait for the seconds of Retry-After."),
            Map.entry(500, "Something is broken on this side. Tell the reference to the administrator."),
            Map.entry(503, "Something this call needs is away, such as the object store. Try again later."));

    private static final Map<Integer, String> CODES = Map.ofEntries(
            Map.entry(400, "request-unreadable"),
            Map.entry(401, "not-signed-in"),
            Map.entry(403, "not-allowed"),
            Map.entry(404, "not-found"),
            Map.entry(406, "not-acceptable"),
            Map.entry(409, "not-now"),
            Map.entry(410, "case-erased"),
            Map.entry(413, "file-too-large"),
            Map.entry(415, "content-type"),
            Map.entry(422, "invalid"),
            Map.entry(429, "code-too-soon"),
            Map.entry(500, "fault"),
            Map.entry(503, "unavailable"));

    private ProblemSchema() {}

    static Schema<?> schema() {
        ObjectSchema field = new ObjectSchema();
        field.addProperty("field", text("name of the field"));
        field.addProperty("code", text("stable code of what is wrong"));
        field.addProperty("problem", text("what is wrong, in the caller's language"));
        ObjectSchema problem = new ObjectSchema();
        problem.setDescription(
                "An error (RFC 9457). Some carry facts of their own beside these, such as missing or " + "caseNumber.");
        problem.addProperty("type", text("stable name of the problem, a URN"));
        problem.addProperty("title", text("what it is, in the caller's language"));
        problem.addProperty("status", new IntegerSchema());
        problem.addProperty("detail", text("what to do next, in the caller's language"));
        problem.addProperty("reference", text("what the log calls this answer"));
        problem.addProperty("errors", new ArraySchema().items(field));
        problem.setRequired(List.of("type", "title", "status"));
        return problem;
    }

    private static StringSchema text(String description) {
        StringSchema text = new StringSchema();
        text.setDescription(description);
        return text;
    }

    /** An example of the answer; sentences stand for those of the caller's language. */
    static Map<String, Object> example(int status) {
        Map<String, Object> example = new LinkedHashMap<>();
        example.put("type", "urn:xudai:problem:" + CODES.get(status));
        example.put("title", MEANINGS.get(status));
        example.put("status", status);
        example.put("reference", "K7M2QX");
        if (status == 400) {
            example.put(
                    "errors",
                    List.of(Map.of(
                            "field",
                            "maturingBefore",
                            "code",
                            "date-wrong",
                            "problem",
                            "Please write the date like 2027-01-31.")));
        }
        return example;
    }
}
