package org.xudai.nodes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.xudai.journey.Api;

/**
 * Nodes are killed and outside systems taken away while renewals go on: nothing that was acknowledged is lost, nothing is
 * renewed twice, every case comes to its end by itself. {@code -Dfaults.moments=N} sets how many nodes are killed,
 * {@code -Dfaults.seed=N} when, {@code -Dfaults.lanes=N} how many people are at work.
 */
@Tag("faults")
class FaultTests {

    private static final int LANES = Integer.getInteger("faults.lanes", 4);
    private static final Duration AWAY = Duration.ofSeconds(15);
    private static final Duration DRAIN = Duration.ofMinutes(10);

    @Test
    void nodesKilledAtRandomMomentsLoseAndDoubleNothing() throws Exception {
        int moments = Integer.getInteger("faults.moments", 200);
        Random chance = new Random(Long.getLong("faults.seed", 1L));
        run("killed-nodes", (outside, nodes, lanes) -> {
            Map<Lane.Doing, Integer> underWay = new EnumMap<>(Lane.Doing.class);
            for (int moment = 1; moment <= moments; moment++) {
                pass(Duration.ofMillis(300 + chance.nextInt(4000)));
                Node killed = nodes.remove(chance.nextInt(nodes.size()));
                List<Lane.Doing> doing = lanes.stream().map(Lane::doing).toList();
                killed.kill();
                doing.forEach(act -> underWay.merge(act, 1, Integer::sum));
                System.out.println("faults moment " + moment + ": a node is killed while people are at " + doing);
                nodes.add(Node.start("killed-" + (moment + 2), outside).ready());
            }
            return Map.of("kills", moments, "underWayWhenKilled", underWay);
        });
    }

    @Test
    void outsideSystemsTakenAwayForAWhileLoseAndDoubleNothing() throws Exception {
        run("systems-away", (outside, nodes, lanes) -> {
            Map<String, Wire> systems = new LinkedHashMap<>();
            systems.put("object store", outside.storeWire);
            systems.put("database", outside.databaseWire);
            systems.put("mail", outside.mailWire);
            systems.put("SMS carrier", outside.carrierWire);
            systems.put("core system", outside.coreWire);
            systems.forEach((name, wire) -> {
                pass(AWAY);
                System.out.println("faults: " + name + " is away");
                wire.cut();
                pass(AWAY);
                wire.mend();
            });
            return Map.of("systems", String.join(", ", systems.keySet()), "secondsAway", AWAY.toSeconds());
        });
    }

    /** What befalls the nodes meanwhile; gives what is worth a line in the report. */
    private interface Trouble {

        Map<String, Object> befalls(Outside outside, List<Node> nodes, List<Lane> lanes) throws Exception;
    }

    private static void run(String name, Trouble trouble) throws Exception {
        try (Outside outside = new Outside()) {
            List<Node> nodes = new CopyOnWriteArrayList<>(
                    List.of(Node.start(name + "-1", outside), Node.start(name + "-2", outside)));
            nodes.forEach(Node::ready);
            Ledger ledger = new Ledger();
            AtomicBoolean closing = new AtomicBoolean();
            ExecutorService people = Executors.newFixedThreadPool(LANES);
            try {
                List<Lane> lanes = new ArrayList<>();
                List<Future<?>> working = new ArrayList<>();
                for (int i = 0; i < LANES; i++) {
                    Lane lane = new Lane(() -> any(nodes).port(), outside, closing, ledger);
                    lanes.add(lane);
                    working.add(people.submit(lane));
                }
                Map<String, Object> report = new LinkedHashMap<>(trouble.befalls(outside, nodes, lanes));
                closing.set(true);
                for (Future<?> lane : working) {
                    lane.get(DRAIN.toSeconds(), TimeUnit.SECONDS);
                }
                report.putAll(new Reckoning(ledger, outside, nodes.get(0).port()).figures());
                write(name, report);
                nothingIsLostOrDoubled(report);
            } finally {
                people.shutdownNow();
                nodes.forEach(Node::close);
            }
        }
    }

    /** Lets time go by: here it is what is tried, not what is waited for. */
    private static void pass(Duration time) {
        await().pollDelay(time).atMost(time.plusMinutes(1)).until(() -> true);
    }

    private static Node any(List<Node> nodes) {
        return nodes.get(ThreadLocalRandom.current().nextInt(nodes.size()));
    }

    private static void nothingIsLostOrDoubled(Map<String, Object> report) {
        assertThat(report)
                .containsEntry("uploadsLost", 0)
                .containsEntry("uploadsWithoutVerdict", 0)
                .containsEntry("entriesRenewedTwice", 0)
                .containsEntry("messagesDoubled", 0)
                .containsEntry("casesStuck", 0)
                .containsEntry("incidents", 0);
        assertThat((Integer) report.get("renewed")).isPositive();
    }

    private static void write(String name, Map<String, Object> report) throws IOException {
        String text = new ObjectMapper().writerWithDefaultPrettyPrinter().writeValueAsString(report);
        Files.writeString(Files.createDirectories(Path.of("target", "faults")).resolve(name + ".json"), text);
        System.out.println("faults " + name + " " + text);
    }

    /** Compares what was promised with what is there. */
    private record Reckoning(Ledger ledger, Outside outside, int port) {

        Map<String, Object> figures() throws Exception {
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

        private static String sha256(byte[] bytes) throws Exception {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        }
    }
}
