package org.xudai.renewal;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.xudai.kernel.DocumentId;
import org.xudai.kernel.MaterialCode;
import org.xudai.kernel.PartyId;
import org.xudai.loanbook.Party;
import org.xudai.signing.Declined;
import org.xudai.signing.ScreenSignature;

/**
 * How far a version of a form is signed on the screen.
 *
 * @param material the form
 * @param version the issued version
 * @param offered whether it can be signed on the screen at all
 * @param lines its signers, in order
 */
public record SigningStatus(MaterialCode material, int version, boolean offered, List<Line> lines) {

    /**
     * A signer.
     *
     * @param party who
     * @param signature what he signed
     * @param declined that he does not sign
     */
    public record Line(
            Party party,
            @Nullable ScreenSignature signature,
            @Nullable Declined declined) {

        public boolean isSigned() {
            return signature != null;
        }
    }

    /** Whose turn it is; nobody's where all have signed. */
    public Optional<Line> next() {
        return lines.stream().filter(line -> !line.isSigned()).findFirst();
    }

    public Optional<Line> of(PartyId party) {
        return lines.stream().filter(line -> line.party().id().equals(party)).findFirst();
    }

    /** Who declined. */
    public Optional<Line> declined() {
        return lines.stream().filter(line -> line.declined() != null).findFirst();
    }

    public boolean isBegun() {
        return lines.stream().anyMatch(Line::isSigned);
    }

    public boolean isComplete() {
        return !lines.isEmpty() && next().isEmpty();
    }

    /** How many have signed. */
    public long signed() {
        return lines.stream().filter(Line::isSigned).count();
    }

    /** The place of a party among the signers, from 1; 0 where he is none. */
    public int position(PartyId party) {
        for (int i = 0; i < lines.size(); i++) {
            if (lines.get(i).party().id().equals(party)) {
                return i + 1;
            }
        }
        return 0;
    }

    /** The document that holds all signatures so far. */
    public Optional<DocumentId> latest() {
        return lines.stream()
                .flatMap(line -> Optional.ofNullable(line.signature()).stream())
                .reduce((earlier, later) -> later)
                .map(ScreenSignature::document);
    }

    /** Whether a party may sign now: it is his turn, and nobody else has declined. */
    public boolean isTurnOf(PartyId party) {
        return offered
                && next().filter(line -> line.party().id().equals(party)).isPresent()
                && declined().filter(line -> !line.party().id().equals(party)).isEmpty();
    }
}
