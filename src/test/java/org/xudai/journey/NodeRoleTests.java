package org.xudai.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.xudai.audit.AuditSeals;
import org.xudai.evidence.EvidenceBoxes;
import org.xudai.kernel.CaseNumber;
import org.xudai.renewal.CaseState;
import org.xudai.renewal.HumanTaskKind;
import org.xudai.testing.CaseWorld;
import org.xudai.testing.EmbeddedDatabase;
import org.xudai.testing.LoanRows;
import org.xudai.testing.RunningXudai;

/** A node that does not own its tables does all its work, and cannot take anything back from the record. */
@RunningXudai
@Tag("servers")
class NodeRoleTests {

    /** Names no user, so that the settings do. */
    private static final String DATABASE = EmbeddedDatabase.freshUrl().replaceAll("(user|password)=postgres&", "");

    @Autowired
    CaseWorld world;

    @Autowired
    EvidenceBoxes boxes;

    @Autowired
    AuditSeals seals;

    @Autowired
    JdbcClient jdbc;

    @DynamicPropertySource
    static void aRoleOfItsOwn(DynamicPropertyRegistry properties) {
        EmbeddedDatabase.role("xudai_node");
        properties.add("spring.datasource.url", () -> DATABASE);
        properties.add("spring.datasource.username", () -> "xudai_node");
        properties.add("spring.flyway.user", () -> "postgres");
        properties.add("spring.flyway.password", () -> "postgres");
    }

    @Test
    void aWholeRenewalIsDoneSealedAndHandedOut() throws IOException {
        assertThat(jdbc.sql("select current_user").query(String.class).single()).isEqualTo("xudai_node");

        CaseNumber number = world.inApproval(LoanRows.eligible());
        world.decide(number, HumanTaskKind.ApproveCase, "zhao.approver", "APPROVE");
        world.awaitState(number, CaseState.RENEWED);
        ByteArrayOutputStream box = new ByteArrayOutputStream();
        boxes.write(number, box);

        assertThat(box.size()).isPositive();
        assertThat(seals.proofsOf(number)).isNotEmpty();
        assertThat(seals.verifyAll(List.of()).problems()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "update audit_entry set act = 'test.other'",
                "delete from audit_entry",
                "truncate audit_entry",
                "delete from audit_chain",
                "update audit_seal set root = hash",
                "delete from audit_seal",
                "update audit_signature set at = now()",
                "delete from audit_signature",
                "update bank_seal_certificate set certificates = ''",
                "delete from bank_seal_certificate",
                "delete from audit_leaf",
                "truncate audit_leaf",
                "update audit_payload set content = '{}'",
                "update audit_unsealed set at = now()",
                "delete from access_log",
                "alter table audit_entry disable trigger all",
                "alter table audit_seal disable trigger user",
                "drop table audit_leaf",
                "set session_replication_role = replica"
            })
    void nothingOfTheRecordCanBeTakenBack(String sql) {
        assertThatThrownBy(() -> jdbc.sql(sql).update())
                .as(sql)
                .rootCause()
                .message()
                .containsAnyOf("permission denied", "must be owner");
    }
}
