package org.xudai.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The database itself refuses to change the record, to the owner of its tables too. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@Tag("servers")
class AppendOnlyTests {

    private final RecordFixture world = new RecordFixture();

    @BeforeAll
    void somethingIsSealedAndSomethingWaits() {
        world.records(RecordFixture.aCase(), 3);
        world.sealer.seal();
        world.records(RecordFixture.aCase(), 2);
    }

    @AfterAll
    void close() {
        world.close();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "update audit_entry set act = 'test.other'",
                "update audit_entry set hash = hash where false",
                "delete from audit_entry where position = 3",
                "truncate audit_entry",
                "update audit_seal set root = hash",
                "delete from audit_seal",
                "truncate audit_seal cascade",
                "update audit_signature set signature = ''",
                "delete from audit_signature",
                "truncate audit_signature",
                "update bank_seal_certificate set certificates = ''",
                "delete from bank_seal_certificate",
                "truncate bank_seal_certificate cascade",
                "update audit_leaf set hash = hash",
                "delete from audit_leaf where position = 1",
                "truncate audit_leaf",
                "delete from audit_chain",
                "truncate audit_chain",
                "update audit_chain set length = length - 1",
                "update audit_chain set length = length + 1",
                "update audit_chain set head = repeat('0', 64)",
                "update audit_chain set chain = chain || 'X'",
                "insert into audit_chain values ('forged', 3, repeat('0', 64))",
                "update audit_payload set content = '{}'",
                "truncate audit_payload",
                "delete from audit_unsealed",
                "update audit_unsealed set at = now()",
                "truncate audit_unsealed"
            })
    void whatIsRecordedIsNeverChanged(String sql) {
        Throwable refused = catchThrowable(() -> world.jdbc.sql(sql).update());

        assertThat(refused).as(sql).isNotNull();
        assertThat(refused).rootCause().message().containsAnyOf("is refused: ", "never changed or deleted");
        assertThat(world.chains.verifyAll()).isEmpty();
        assertThat(world.seals.verifyAll(List.of()).holds()).isTrue();
    }

    @Test
    void whatIsPersonalBesideItIsErasedAndTheRecordHolds() {
        var number = RecordFixture.aCase();
        world.records(number, 2);

        int erased = world.jdbc
                .sql("delete from audit_payload where chain = ?")
                .param(number.value())
                .update();

        assertThat(erased).isEqualTo(2);
        assertThat(world.chains.verify(number)).isEqualTo(new ChainVerdict(number.value(), 2, 2, 0, "NONE"));
        assertThat(world.chains.unexplained(number.value()))
                .as("no entry says that it was erased")
                .containsExactly(1L, 2L);
    }
}
