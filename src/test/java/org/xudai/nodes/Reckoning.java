package org.xudai.nodes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.xudai.journey.Api;

/** Compares what was promised with what is there. */
record Reckoning(Ledger ledger, Outside outside, int port) {

    private static final Duration DRAIN = Duration.ofMinutes(10);

    Map<String, Object> figures() {
        JdbcClient jdbc = outside.jdbc();
        await("what was under way has ended")
                .atMost(DRAIN)
                .until(() -> jdbc.sql("select count(*) from notice where state = 'QUEUED' and next_try_at < now()")
                                .query(Integer.class)
                                .single()
                        == 0);
        int lost = 0;
        int undecided = 0;
        for (Ledger.Upload upload : ledger.uploads()) {
            String document = "/api/v1/renewals/" + upload.renewal().number() + "/documents/" + upload.document();
            Api.Answer bytes = Api.asStaff(port, "li.officer").get(document + "/content");
            if (bytes.status() != 200 || !sha256(bytes.bytes()).equals(upload.sha256())) {
                lost++;
            }
            String state = Api.asStaff(port, "li.officer").get(document).text("state");
            if (state.equals("RECEIVED") || state.equals("INSPECTING")) {
                undecided++;
            }
        }
        int twice = 0;
        int doubled = 0;
        for (Renewal renewal : ledger.opened()) {
            twice += outside.core.renewals(renewal.loan().number()) > 1 ? 1 : 0;
            doubled += outside.carrier.sent(renewal.mobile(), "INVITATION") > 1 ? 1 : 0;
            doubled += outside.carrier.sent(renewal.mobile(), "RENEWED") > 1 ? 1 : 0;
        }
        Map<String, Object> figures = new LinkedHashMap<>();
        figures.put("opened", ledger.opened().size());
        figures.put("renewed", ledger.ended().size());
        figures.put("casesStuck", ledger.opened().size() - ledger.ended().size());
        figures.put("uploadsAcknowledged", ledger.uploads().size());
        figures.put("uploadsLost", lost);
        figures.put("uploadsWithoutVerdict", undecided);
        figures.put("entriesRenewedTwice", twice);
        figures.put("messagesDoubled", doubled);
        figures.put("mostCopiesOfOneMessage", outside.carrier.mostCopies());
        figures.put("actsInterrupted", ledger.interruptions());
        figures.put("answersUnclear", ledger.unclear());
        figures.put(
                "incidents",
                jdbc.sql("select count(*) from camunda.act_ru_incident")
                        .query(Integer.class)
                        .single());
        return figures;
    }

    private static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Fails where something acknowledged is gone, done twice or left half done. */
    static void nothingIsLostOrDoubled(Map<String, Object> report) {
        assertThat(report)
                .containsEntry("uploadsLost", 0)
                .containsEntry("uploadsWithoutVerdict", 0)
                .containsEntry("entriesRenewedTwice", 0)
                .containsEntry("messagesDoubled", 0)
                .containsEntry("casesStuck", 0)
                .containsEntry("incidents", 0);
        assertThat((Integer) report.get("renewed")).isPositive();
    }
}
