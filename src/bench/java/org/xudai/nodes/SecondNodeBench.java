package org.xudai.nodes;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.xudai.bench.Figures;
import org.xudai.bench.Load;

/**
 * Whole renewals over HTTP at one node and at two, on one database; then the same with each node held to one core. The load,
 * the object store and the database take their share of the same cores, so that what each used is told beside the figures.
 * {@code -Dbench.renewals} a measurement (40), {@code -Dbench.warm} before each (16), {@code -Dbench.lanes} people at work (8).
 */
@Tag("bench")
class SecondNodeBench {

    private static final int RENEWALS = Load.size("renewals", 40);
    private static final int WARM = Load.size("warm", 16);
    private static final int LANES = Load.size("lanes", 8);

    private final Figures figures = new Figures("second-node").note("renewals", RENEWALS);

    @Test
    void twoNodesAgainstOne() throws Exception {
        try (Site site = new Site()) {
            double one = measured("oneNode", site, List.of(List.of()));
            double two = measured("twoNodes", site, List.of(List.of(), List.of()));
            double onePinned = measured("oneNodeOnOneCore", site, List.of(core(0)));
            double twoPinned = measured("twoNodesOnACoreEach", site, List.of(core(0), core(1)));
            figures.note("secondNode", two / one)
                    .note("secondNodeOnItsOwnCore", twoPinned / onePinned)
                    .write();
        }
    }

    private static List<String> core(int number) {
        return List.of("taskset", "-c", Integer.toString(number));
    }

    /** Renewals a second of as many nodes as there are commands to stand before them. */
    private double measured(String name, Site site, List<List<String>> before) throws Exception {
        List<MeasuredNode> nodes = new ArrayList<>();
        try {
            for (List<String> command : before) {
                List<String> options = new ArrayList<>(List.of("-Xmx384m", "-XX:+UseSerialGC"));
                if (!command.isEmpty()) {
                    options.add("-XX:ActiveProcessorCount=1");
                }
                MeasuredNode node = MeasuredNode.start(
                        name + "-" + nodes.size(), site, command, options.toArray(String[]::new));
                nodes.add(node);
                node.ready();
            }
            site.quickPasswords();
            Renewals renewals = new Renewals(site, nodes);
            renewals.done(WARM, LANES);
            double inNodes = used(nodes);
            double here = ProcessorTime.here();
            double database = ProcessorTime.ofDatabase();
            double seconds = renewals.done(RENEWALS, LANES);
            double cores = seconds * Runtime.getRuntime().availableProcessors();
            figures.note(name + "RenewalsPerSecond", RENEWALS / seconds)
                    .note(name + "ShareOfCoresInNodes", (used(nodes) - inNodes) / cores)
                    .note(name + "ShareOfCoresInLoadAndStore", (ProcessorTime.here() - here) / cores)
                    .note(name + "ShareOfCoresInDatabase", (ProcessorTime.ofDatabase() - database) / cores);
            Figures.progress(name + " is measured");
            return RENEWALS / seconds;
        } finally {
            nodes.forEach(MeasuredNode::close);
        }
    }

    private static double used(List<MeasuredNode> nodes) {
        return nodes.stream().mapToDouble(node -> ProcessorTime.of(node.pid())).sum();
    }
}
