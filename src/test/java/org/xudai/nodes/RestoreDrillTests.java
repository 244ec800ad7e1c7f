package org.xudai.nodes;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Database and store are copied while people work, lost, and restored as the operations' handbook says: what was acknowledged
 * before the copy is there, the record holds, and what was under way comes to its end.
 */
@Tag("drills")
class RestoreDrillTests {

    private static final int LANES = 3;
    private static final int SOME = 4;

    @Test
    void whatWasLostIsRestoredFromCopiesMadeWhileTheSystemWorked() throws Exception {
        Path copies = Files.createTempDirectory("xudai-copies");
        try (Outside outside = new Outside()) {
            Path databaseCopy = copies.resolve("database");
            Map<String, byte[]> olderStore;
            Map<String, byte[]> storeCopy;
            Map<String, byte[]> storeAtTheEnd;
            Ledger before;
            List<Ledger.Upload> promised;
            List<Node> nodes =
                    new CopyOnWriteArrayList<>(List.of(Node.start("drill-1", outside), Node.start("drill-2", outside)));
            nodes.forEach(Node::ready);
            try (Crew crew = new Crew(LANES, nodes, outside)) {
                before = crew.ledger();
                crew.goToWork();
                crew.ends(1);
                olderStore = outside.store().copy();
                crew.ends(SOME);
                promised = before.uploads();
                outside.database().copyTo(databaseCopy);
                storeCopy = outside.store().copy();
                crew.ends(SOME);
            } finally {
                nodes.forEach(Node::kill);
            }
            storeAtTheEnd = outside.store().copy();
            tell("uploads acknowledged before the copy", promised.size());
            tell("uploads acknowledged after it", before.uploads().size() - promised.size());
            outside.database().close();
            outside.store().close();

            outside.use(Database.on(databaseCopy));
            aDatabaseThatIsNewerThanItsStoreIsSaid(outside, copies, olderStore);
            aDatabaseThatIsOlderThanItsStoreIsSaid(outside, copies, storeAtTheEnd, before.uploads());
            Objects restored = Objects.in(copies.resolve("store"));
            restored.takeFrom(storeCopy);
            outside.use(restored);
            Command.Answer reconciled = Command.run(outside, "reconcile", "--at-rest");
            assertThat(reconciled.code()).as(reconciled.text()).isZero();
            Command.Answer verified = Command.run(outside, "verify");
            tell("verify", verified.text());
            assertThat(verified.code()).as(verified.text()).isZero();

            goesOn(outside, before, promised);
        }
    }

    private static void aDatabaseThatIsNewerThanItsStoreIsSaid(
            Outside outside, Path copies, Map<String, byte[]> olderStore) throws IOException {
        try (Objects store = Objects.in(copies.resolve("older-store"))) {
            store.takeFrom(olderStore);
            outside.storeWire.leadTo(store.port());
            Command.Answer answer = Command.run(outside, "reconcile", "--at-rest");
            tell("a store older than the database", answer.lastLine());
            assertThat(answer.code()).as(answer.text()).isEqualTo(1);
        }
    }

    private static void aDatabaseThatIsOlderThanItsStoreIsSaid(
            Outside outside, Path copies, Map<String, byte[]> laterStore, List<Ledger.Upload> uploads)
            throws IOException {
        try (Objects store = Objects.in(copies.resolve("later-store"))) {
            store.takeFrom(laterStore);
            outside.storeWire.leadTo(store.port());
            Command.Answer answer = Command.run(outside, "reconcile", "--at-rest");
            tell("a store newer than the database", answer.lastLine());
            assertThat(answer.code()).as(answer.text()).isZero();
            Set<String> known = Set.copyOf(outside.jdbc()
                    .sql("select id::text from document")
                    .query(String.class)
                    .list());
            Set<String> lost = uploads.stream()
                    .filter(upload -> !known.contains(upload.document()))
                    .map(upload -> upload.renewal().number())
                    .collect(Collectors.toSet());
            assertThat(lost).isNotEmpty().allSatisfy(number -> assertThat(answer.text())
                    .contains(number));
        }
    }

    private static void goesOn(Outside outside, Ledger before, List<Ledger.Upload> promised) throws Exception {
        Node node = Node.start("drill-restored", outside).ready();
        List<Node> nodes = List.of(node);
        try (Crew crew = new Crew(LANES, nodes, outside)) {
            JdbcClient jdbc = outside.jdbc();
            List<Renewal> known = before.opened().stream()
                    .filter(renewal -> jdbc.sql("select count(*) from renewal_case where number = ?")
                                    .param(renewal.number())
                                    .query(Integer.class)
                                    .single()
                            > 0)
                    .map(renewal -> renewal.afresh(node::port))
                    .toList();
            known.forEach(crew.ledger()::opened);
            promised.forEach(upload -> crew.ledger()
                    .acknowledged(upload.renewal().afresh(node::port), upload.document(), upload.sha256()));
            crew.take(known);
            crew.comesToItsEnd();
            Map<String, Object> report = new Reckoning(crew.ledger(), outside, node.port()).figures();
            tell("reckoning", report);
            assertThat(report)
                    .containsEntry("casesStuck", 0)
                    .containsEntry("uploadsLost", 0)
                    .containsEntry("uploadsWithoutVerdict", 0)
                    .containsEntry("entriesRenewedTwice", 0)
                    .containsEntry("incidents", 0);
            Command.Answer verified = Command.run(outside, "verify");
            assertThat(verified.code()).as(verified.text()).isZero();
        } finally {
            node.close();
        }
    }

    private static void tell(String what, Object figure) {
        System.out.println("restore: " + what + ": " + figure);
    }
}
