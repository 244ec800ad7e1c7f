package org.xudai.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.xudai.kernel.CaseNumber;
import org.xudai.kernel.Sha256;

/** A superuser of the database changes something behind the product's back: what he did is named. */
class SealTamperingTests {

    private final RecordFixture world = new RecordFixture();
    private final CaseNumber number = RecordFixture.aCase();

    @BeforeEach
    void threeSeals() {
        for (int i = 0; i < 3; i++) {
            world.records(number, 3);
            world.records(RecordFixture.aCase(), 2);
            world.sealer.seal();
        }
        assertThat(world.seals.verifyAll(List.of())).isEqualTo(RecordFixture.holding(3, 15));
        assertThat(world.chains.verifyAll()).isEmpty();
    }

    @AfterEach
    void close() {
        world.close();
    }

    @Test
    void anEntryTakenOutIsNamedWithItsSeal() {
        world.behindTheTriggers("delete from audit_entry where chain = ? and position = 5", number.value());

        assertThat(everywhere()).containsExactly(new SealVerdict.Problem("ENTRY_MISSING", 2, number.value(), 5));
    }

    @Test
    void aTailCutOffIsNamedThoughTheEndOfTheChainWasMovedWithIt() {
        world.behindTheTriggers("delete from audit_entry where chain = ? and position > 7", number.value());
        world.behindTheTriggers(
                "update audit_chain c set length = 7, head = e.hash from audit_entry e"
                        + " where c.chain = ? and e.chain = c.chain and e.position = 7",
                number.value());

        assertThat(world.chains.verify(number).holds())
                .as("the chain alone cannot tell")
                .isTrue();
        assertThat(everywhere()).containsExactly(new SealVerdict.Problem("ENTRY_MISSING", 3, number.value(), 8));
    }

    @Test
    void aChainForgedAnewFromItsSecondEntryIsNamedThoughEveryHashInItFits() {
        forgeFrom(2);

        assertThat(world.chains.verify(number).holds())
                .as("the chain alone cannot tell")
                .isTrue();
        assertThat(everywhere())
                .startsWith(new SealVerdict.Problem("ENTRY_DIFFERS", 1, number.value(), 2))
                .hasSize(3);
    }

    @Test
    void anEntryForgedTogetherWithItsLeafChangesTheRoot() {
        forgeFrom(9);
        world.behindTheTriggers(
                "update audit_leaf l set hash = e.hash from audit_entry e"
                        + " where e.chain = l.chain and e.position = l.position and l.chain = ?",
                number.value());

        assertThat(everywhere()).containsExactly(SealVerdict.Problem.of("ROOT_DIFFERS", 3));
    }

    @Test
    void aRootChangedIsNamed() {
        world.behindTheTriggers("update audit_seal set root = previous where number = 2");

        assertThat(everywhere()).containsExactly(SealVerdict.Problem.of("SEAL_DIFFERS", 2));
    }

    @Test
    void aSealMadeAnewNoLongerFitsTheOneAfterIt() {
        Seal second = world.table.find(List.of(2L)).get(0);
        Seal forged = Seal.after(2, second.previous(), Instant.EPOCH, second.leaves(), second.root());
        world.behindTheTriggers(
                "update audit_seal set at = 'epoch', hash = ? where number = 2",
                forged.hash().value());

        assertThat(everywhere())
                .containsExactly(
                        SealVerdict.Problem.of("SIGNATURE_DIFFERS", 2),
                        SealVerdict.Problem.of("SEAL_PREVIOUS_DIFFERS", 3));
    }

    @Test
    void aSealTakenOutIsNamed() {
        world.behindTheTriggers("delete from audit_seal where number = 2");

        assertThat(world.seals.verifyAll(List.of()).problems())
                .containsExactly(SealVerdict.Problem.of("SEAL_MISSING", 2));
        assertThat(world.seals.verifyChain(number.value(), List.of()).problems())
                .contains(SealVerdict.Problem.of("SEAL_MISSING", 2));
    }

    @Test
    void theLastSealTakenOutIsNamed() {
        world.behindTheTriggers("delete from audit_seal where number = 3");

        assertThat(everywhere()).containsExactly(SealVerdict.Problem.of("SEAL_MISSING", 3));
    }

    @Test
    void aSealTakenOutWithItsLeavesLeavesEntriesThatWereNeverForgotten() {
        world.behindTheTriggers("delete from audit_leaf where seal = 3");
        world.behindTheTriggers("delete from audit_seal where number = 3");

        assertThat(world.seals.verifyChain(number.value(), List.of()).problems())
                .containsExactly(new SealVerdict.Problem("ENTRY_UNSEALED", 0, number.value(), 7));
        assertThat(world.seals.verifyAll(List.of()).holds()).isFalse();
    }

    @Test
    void aLeafTakenOutIsNamed() {
        world.behindTheTriggers("delete from audit_leaf where chain = ? and position = 4", number.value());

        assertThat(everywhere())
                .containsExactly(
                        SealVerdict.Problem.of("ROOT_DIFFERS", 2),
                        new SealVerdict.Problem("ENTRY_UNSEALED", 0, number.value(), 4));
    }

    @Test
    void anEntryTakenOutBeforeItsSealIsNamed() {
        world.records(number, 1);
        world.behindTheTriggers("delete from audit_entry where chain = ? and position = 10", number.value());
        world.sealer.seal();

        assertThat(everywhere()).containsExactly(new SealVerdict.Problem("ENTRY_MISSING", 0, number.value(), 10));
    }

    @Test
    void aPayloadErasedIsCountedAndBreaksNothing() {
        world.jdbc
                .sql("delete from audit_payload where chain = ? and position < 4")
                .param(number.value())
                .update();

        assertThat(world.chains.verify(number)).isEqualTo(new ChainVerdict(number.value(), 9, 3, 0, "NONE"));
        assertThat(everywhere()).isEmpty();
        assertThat(world.chains.entriesOf(number))
                .extracting(AuditEntry::personal)
                .startsWith(Map.of(), Map.of());
    }

    @Test
    void aPayloadChangedIsNamed() {
        world.behindTheTriggers(
                "update audit_payload set content = '{\"comment\":\"不同意\"}' where chain = ? and position = 6",
                number.value());

        assertThat(world.chains.verify(number)).isEqualTo(new ChainVerdict(number.value(), 9, 0, 6, "PAYLOAD_DIFFERS"));
    }

    /** What the check of everything finds, after making sure that the check of the case finds the same. */
    private List<SealVerdict.Problem> everywhere() {
        List<SealVerdict.Problem> problems = world.seals.verifyAll(List.of()).problems();
        assertThat(world.seals.verifyChain(number.value(), List.of()).problems())
                .isEqualTo(problems);
        return problems;
    }

    /** Rewrites a chain from an entry on, as somebody who knows how hashes are made. */
    private void forgeFrom(long position) {
        String previous = hashAt(position - 1);
        for (AuditEntry entry : world.chains.entriesOf(number)) {
            if (entry.position() >= position) {
                String payload = world.jdbc
                        .sql("select payload_hash from audit_entry where chain = ? and position = ?")
                        .params(number.value(), entry.position())
                        .query(String.class)
                        .single();
                Sha256 hash = EntryHash.of(EntryHash.canonical(
                        number.value(),
                        entry.position(),
                        entry.at(),
                        "test.forged",
                        entry.actor(),
                        CanonicalJson.write(entry.facts()),
                        payload,
                        previous));
                world.behindTheTriggers(
                        "update audit_entry set act = 'test.forged', previous = ?, hash = ?"
                                + " where chain = ? and position = ?",
                        previous,
                        hash.value(),
                        number.value(),
                        entry.position());
                previous = hash.value();
            }
        }
        world.behindTheTriggers("update audit_chain set head = ? where chain = ?", previous, number.value());
    }

    private String hashAt(long position) {
        return world.jdbc
                .sql("select hash from audit_entry where chain = ? and position = ?")
                .params(number.value(), position)
                .query(String.class)
                .single();
    }
}
