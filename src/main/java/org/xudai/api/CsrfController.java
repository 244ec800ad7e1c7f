package org.xudai.api;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** The token that every unsafe call with a cookie needs. */
@RestController
@Tag(name = "Session")
class CsrfController {

    record TokenAnswer(String headerName, String token) {}

    @Operation(summary = "The token of this session, to be sent in the named header")
    @GetMapping("/api/v1/csrf")
    TokenAnswer token(@Parameter(hidden = true) CsrfToken token) {
        return new TokenAnswer(token.getHeaderName(), token.getToken());
    }
}
