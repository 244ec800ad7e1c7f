package org.xudai.nodes;

import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * Nodes are killed and outside systems taken away while renewals go on: nothing that was acknowledged is lost, nothing is
 * renewed twice, every case comes to its end by itself. {@code -Dfaults.moments=N} sets how many nodes are killed,
 * {@code -Dfaults.seed=N} when, {@code -Dfaults.lanes=N} how many people are at work.
 */
@Tag("faults")
class FaultTests {

    private static final int LANES = Integer.getInteger("faults.lanes", 4);
    private static final Duration AWAY = Duration.ofSeconds(15);

    @Test
    void nodesKilledAtRandomMomentsLoseAndDoubleNothing() throws Exception {
        int moments = Integer.getInteger("faults.moments", 200);
        Random chance = new Random(Long.getLong("faults.seed", 1L));
        run("killed-nodes", (outside, nodes, crew) -> {
            Map<Lane.Doing, Integer> underWay = new EnumMap<>(Lane.Doing.class);
            for (int moment = 1; moment <= moments; moment++) {
                pass(Duration.ofMillis(300 + chance.nextInt(4000)));
                Node killed = nodes.remove(chance.nextInt(nodes.size()));
                List<Lane.Doing> doing = crew.doing();
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
        run("systems-away", (outside, nodes, crew) -> {
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

        Map<String, Object> befalls(Outside outside, List<Node> nodes, Crew crew) throws Exception;
    }

    private static void run(String name, Trouble trouble) throws Exception {
        try (Outside outside = new Outside()) {
            List<Node> nodes = new CopyOnWriteArrayList<>(
                    List.of(Node.start(name + "-1", outside), Node.start(name + "-2", outside)));
            nodes.forEach(Node::ready);
            try (Crew crew = new Crew(LANES, nodes, outside)) {
                crew.goToWork();
                Map<String, Object> report = new LinkedHashMap<>(trouble.befalls(outside, nodes, crew));
                crew.comesToItsEnd();
                report.putAll(new Reckoning(crew.ledger(), outside, nodes.get(0).port()).figures());
                write(name, report);
                Reckoning.nothingIsLostOrDoubled(report);
            } finally {
                nodes.forEach(Node::close);
            }
        }
    }

    /** Lets time go by: here it is what is tried, not what is waited for. */
    private static void pass(Duration time) {
        await().pollDelay(time).atMost(time.plusMinutes(1)).until(() -> true);
    }

    private static void write(String name, Map<String, Object> report) throws IOException {
        String text = new ObjectMapper().writerWithDefaultPrettyPrinter().writeValueAsString(report);
        Files.writeString(Files.createDirectories(Path.of("target", "faults")).resolve(name + ".json"), text);
        System.out.println("faults " + name + " " + text);
    }
}
