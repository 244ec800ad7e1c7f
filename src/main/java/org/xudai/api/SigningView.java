package org.xudai.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.xudai.renewal.SigningStatus;

/** How far a form is signed on the screen, as a case shows it. */
record SigningView(int version, boolean complete, List<Signer> signers) {

    @JsonInclude(JsonInclude.Include.ALWAYS)
    record Signer(
            String id,
            String name,
            @Nullable Instant signedAt,
            @Nullable Instant declinedAt,
            @Nullable String reason) {}

    /** Nothing where it cannot be signed on the screen. */
    static @Nullable SigningView of(@Nullable SigningStatus status) {
        return status == null || !status.offered()
                ? null
                : new SigningView(status.version(), status.isComplete(), signers(status));
    }

    static List<Signer> signers(SigningStatus status) {
        return status.lines().stream()
                .map(line -> new Signer(
                        line.party().id().toString(),
                        line.party().name(),
                        line.signature() == null ? null : line.signature().signedAt(),
                        line.declined() == null ? null : line.declined().at(),
                        line.declined() == null ? null : line.declined().reason()))
                .toList();
    }
}
