package org.xudai.nodes;

import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.xudai.bench.Figures;
import org.xudai.bench.Load;

/**
 * How long a node takes until it is ready, on an empty and on a migrated database, and what it holds of the memory when idle
 * and after a burst of renewals. {@code -Dbench.renewals} (12), {@code -Dbench.heap} of the node in MB (384).
 */
@Tag("bench")
class StartUpBench {

    private static final int RENEWALS = Load.size("renewals", 12);
    private static final int HEAP = Load.size("heap", 384);
    private static final int LANES = 3;

    @Test
    void aNodeIsReadySoonAndStaysSmall() throws Exception {
        Figures figures = new Figures("start-up").note("heapOfNodeMb", HEAP);
        try (Site site = new Site()) {
            try (MeasuredNode first = start("start-empty", site)) {
                figures.note("readyOnEmptyDatabaseSeconds", first.ready());
            }
            try (MeasuredNode node = start("start-migrated", site)) {
                figures.note("readyOnMigratedDatabaseSeconds", node.ready())
                        .note("processorSecondsUntilReady", ProcessorTime.of(node.pid()))
                        .note("idleMb", node.memoryMb("VmRSS"));
                double seconds = new Renewals(site, List.of(node)).done(RENEWALS, LANES);
                figures.note("renewals", RENEWALS)
                        .note("renewalsPerSecond", RENEWALS / seconds)
                        .note("afterRenewalsMb", node.memoryMb("VmRSS"))
                        .note("peakMb", node.memoryMb("VmHWM"))
                        .write();
            }
        }
    }

    private static MeasuredNode start(String name, Site site) {
        return MeasuredNode.start(
                name,
                site,
                List.of(),
                "-Xmx" + HEAP + "m",
                "-XX:+UseSerialGC",
                "-Dspring.main.banner-mode=off");
    }
}
