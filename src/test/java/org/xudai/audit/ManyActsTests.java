package org.xudai.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.xudai.audit.RecordFixture.Act;
import org.xudai.kernel.CaseNumber;

/** Acts recorded together: each has its own entry, in their order, on the chain it belongs to. */
class ManyActsTests {

    private final RecordFixture world = new RecordFixture();

    @AfterEach
    void itEnds() {
        world.close();
    }

    @Test
    void actsRecordedTogetherFollowEachOtherAsIfEachWereRecordedAlone() {
        CaseNumber one = RecordFixture.aCase();
        CaseNumber other = RecordFixture.aCase();
        world.records(one, 2);

        world.transaction.executeWithoutResult(status -> world.writer.write(new Acts(List.of(
                new Act(one, "test.first", Map.of()),
                new Act(other, "test.elsewhere", Map.of("comment", "同意")),
                new Act(one, "test.second", Map.of("comment", "再看"))))));
        world.records(one, 1);

        assertThat(world.chains.entriesOf(one))
                .extracting(AuditEntry::act)
                .containsExactly("test.done", "test.done", "test.first", "test.second", "test.done");
        assertThat(world.chains.entriesOf(other)).extracting(AuditEntry::act).containsExactly("test.elsewhere");
        assertThat(world.chains.verifyAll()).as("every chain holds").isEmpty();
        assertThat(world.chains.verify(one).entries()).isEqualTo(5);
    }
}
