package org.xudai.api;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.xudai.access.Invitations;
import org.xudai.access.OneTimeCodes;
import org.xudai.access.PartySession;
import org.xudai.access.PartySessions;
import org.xudai.web.ProblemException;

/** A party's door: the token of his link gets him a code, token and code a bearer token for his case. */
@RestController
@RequestMapping("/api/v1/my")
@Tag(name = "My case")
class MyDoorController {

    private static final String RETRY_AFTER = "retryAfterSeconds";

    private final Invitations invitations;
    private final OneTimeCodes codes;
    private final PartySessions sessions;

    MyDoorController(Invitations invitations, OneTimeCodes codes, PartySessions sessions) {
        this.invitations = invitations;
        this.codes = codes;
        this.sessions = sessions;
    }

    record CodeEntry(@Nullable String token) {}

    record SessionEntry(@Nullable String token, @Nullable String code) {}

    record SentAnswer(String state) {}

    record SessionAnswer(String accessToken, String caseNumber) {}

    @Operation(summary = "Sends a one-time code to the party of a link", description = "429 too soon or too often.")
    @PostMapping("/code")
    @ResponseStatus(HttpStatus.ACCEPTED)
    SentAnswer code(@RequestBody CodeEntry entry) {
        PartySession party = party(entry.token());
        OneTimeCodes.Sending sending = codes.send(party.caseNumber(), party.party());
        return switch (sending) {
            case SENT -> new SentAnswer("SENT");
            case TOO_SOON ->
                throw new ProblemException(HttpStatus.TOO_MANY_REQUESTS, "code-too-soon").with(RETRY_AFTER, 60);
            case TOO_MANY ->
                throw new ProblemException(HttpStatus.TOO_MANY_REQUESTS, "code-too-many").with(RETRY_AFTER, 3600);
            case NO_NUMBER -> throw new ProblemException(HttpStatus.CONFLICT, "code-no-number");
        };
    }

    @Operation(summary = "Opens a session with a code")
    @PostMapping("/session")
    SessionAnswer session(@RequestBody SessionEntry entry) {
        PartySession party = party(entry.token());
        String code = entry.code();
        if (code == null || code.isBlank()) {
            throw Parameters.missing("code");
        }
        OneTimeCodes.Check check = codes.check(party.caseNumber(), party.party(), code);
        return switch (check) {
            case ACCEPTED ->
                new SessionAnswer(sessions.open(party), party.caseNumber().value());
            case WRONG -> throw new ProblemException(HttpStatus.UNPROCESSABLE_ENTITY, "code-wrong");
            case EXPIRED -> throw new ProblemException(HttpStatus.UNPROCESSABLE_ENTITY, "code-expired");
            case TOO_MANY_TRIES -> throw new ProblemException(HttpStatus.TOO_MANY_REQUESTS, "code-tries");
        };
    }

    private PartySession party(@Nullable String token) {
        return Optional.ofNullable(token)
                .flatMap(invitations::resolve)
                .orElseThrow(() -> new ProblemException(HttpStatus.NOT_FOUND, "link-unknown"));
    }
}
