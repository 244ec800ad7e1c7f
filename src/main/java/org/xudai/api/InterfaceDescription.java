package org.xudai.api;

import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.PathItem;
import io.swagger.v3.oas.models.headers.Header;
import io.swagger.v3.oas.models.info.Info;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.IntegerSchema;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.media.StringSchema;
import io.swagger.v3.oas.models.parameters.HeaderParameter;
import io.swagger.v3.oas.models.parameters.Parameter;
import io.swagger.v3.oas.models.responses.ApiResponse;
import io.swagger.v3.oas.models.security.SecurityRequirement;
import io.swagger.v3.oas.models.security.SecurityScheme;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springdoc.core.customizers.OpenApiCustomizer;
import org.springframework.stereotype.Component;

/** What the description of the interface says of every operation alike: how callers sign in, its parameters, its errors. */
@Component
class InterfaceDescription implements OpenApiCustomizer {

    private static final String PARTIES = "/api/v1/my/";
    private static final List<String> DOOR = List.of("/api/v1/my/code", "/api/v1/my/session");

    /** Calls whose body names what may not be there. */
    private static final Set<String> NAMING =
            Set.of("/api/v1/renewals", "/api/v1/mailroom/assign", "/api/v1/mailroom/discard");

    private static final String PROBLEM = "#/components/schemas/Problem";

    @Override
    public void customise(OpenAPI api) {
        api.info(new Info()
                .title("Xudai")
                .version("v1")
                .description(
                        "Renewal of whitelist entries and loans. Errors are problems after RFC 9457 in the language "
                                + "of Accept-Language; times are ISO 8601 with offset; an unsafe call with an Idempotency-Key is "
                                + "done once and answered the same for 24 hours."));
        api.getComponents()
                .addSchemas("Problem", ProblemSchema.schema())
                .addSecuritySchemes("machine", http("basic", "a machine account, over TLS"))
                .addSecuritySchemes("staff", http("bearer", "a token of the bank's issuer, where one is set"))
                .addSecuritySchemes("session", session())
                .addSecuritySchemes("party", http("bearer", "the accessToken of POST /api/v1/my/session"));
        api.getComponents().getSchemas().values().forEach(EntryExamples::fill);
        api.getPaths().forEach((path, item) -> item.readOperationsMap()
                .forEach((method, operation) -> describe(path, method, operation)));
    }

    private static SecurityScheme http(String scheme, String description) {
        return new SecurityScheme()
                .type(SecurityScheme.Type.HTTP)
                .scheme(scheme)
                .description(description);
    }

    private static SecurityScheme session() {
        return new SecurityScheme()
                .type(SecurityScheme.Type.APIKEY)
                .in(SecurityScheme.In.COOKIE)
                .name("XDSTAFF")
                .description("the session of the desk; unsafe calls carry the token of GET /api/v1/csrf");
    }

    private static void describe(String path, PathItem.HttpMethod method, Operation operation) {
        boolean unsafe = method != PathItem.HttpMethod.GET;
        boolean door = DOOR.contains(path);
        boolean party = path.startsWith(PARTIES);
        boolean body = operation.getRequestBody() != null;
        List<Parameter> parameters = operation.getParameters() == null ? List.of() : operation.getParameters();
        parameters.forEach(ParameterTexts::fill);
        if (!door) {
            (party ? List.of("party") : List.of("machine", "staff", "session"))
                    .forEach(scheme -> operation.addSecurityItem(new SecurityRequirement().addList(scheme)));
        }
        if (unsafe) {
            operation.addParametersItem(idempotencyKey());
        }
        answers(operation, 400, unsafe || !parameters.isEmpty());
        answers(operation, 401, !door);
        answers(operation, 403, unsafe || !party);
        answers(operation, 404, door || NAMING.contains(path) || path.contains("{") || names(parameters, "caseNumber"));
        answers(operation, 406, true);
        answers(operation, 409, unsafe || path.contains("/erasure"));
        answers(operation, 410, path.contains("{caseNumber}") && !path.contains("/erasure"));
        answers(operation, 413, body);
        answers(operation, 415, body);
        answers(operation, 422, unsafe);
        answers(operation, 429, door);
        answers(operation, 500, true);
        answers(operation, 503, true);
    }

    private static boolean names(List<Parameter> parameters, String name) {
        return parameters.stream().anyMatch(parameter -> name.equals(parameter.getName()));
    }

    private static Parameter idempotencyKey() {
        return new HeaderParameter()
                .name(IdempotencyFilter.HEADER)
                .description(
                        "1 to 255 visible ASCII characters of the caller's choice; a call repeated with the same key "
                                + "is not done again")
                .schema(new StringSchema().maxLength(255))
                .example("7f9c2ba4-e88f-4327-92c2-fe4a4f5f5c35");
    }

    private static void answers(Operation operation, int status, boolean applies) {
        if (!applies) {
            return;
        }
        MediaType problem = new MediaType().schema(new Schema<>().$ref(PROBLEM)).example(ProblemSchema.example(status));
        ApiResponse answer = new ApiResponse()
                .description(ProblemSchema.MEANINGS.get(status))
                .content(new Content()
                        .addMediaType(org.springframework.http.MediaType.APPLICATION_PROBLEM_JSON_VALUE, problem));
        if (status == 429) {
            answer.setHeaders(Map.of(
                    "Retry-After",
                    new Header().description("seconds to wait").schema(new IntegerSchema().example(60))));
        }
        operation.getResponses().addApiResponse(Integer.toString(status), answer);
    }
}
