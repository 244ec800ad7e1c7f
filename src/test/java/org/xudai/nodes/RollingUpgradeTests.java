package org.xudai.nodes;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * Nodes of the release before ({@code -Ddrills.before=FILE}, a file with their class path) are replaced by nodes of this one
 * while people work, and this one by those of before again: nothing is lost, nothing is done twice.
 */
@Tag("drills")
class RollingUpgradeTests {

    private static final int LANES = 3;
    private static final int SOME = 3;

    /** What this release has by itself: a statement that is prepared outlives a column that is added. */
    private static final String PREPARES_ANEW =
            "--spring.datasource.hikari.data-source-properties.autosave=conservative";

    @Test
    void nodesOfTwoReleasesWorkSideBySideThereAndBackAgain() throws Exception {
        String before = before();
        try (Outside outside = new Outside()) {
            List<Node> nodes = new CopyOnWriteArrayList<>(
                    List.of(before("before-1", outside, before), before("before-2", outside, before)));
            nodes.forEach(Node::ready);
            int migrations = migrations(outside);
            try (Crew crew = new Crew(LANES, nodes, outside)) {
                crew.goToWork();
                crew.ends(SOME);

                nodes.add(Node.start("now-1", outside).ready());
                tell("migrations made while the nodes of before worked", migrations(outside) - migrations);
                nodes.remove(0).stop();
                crew.ends(SOME);
                tell("side by side, renewals ended", crew.ledger().ended().size());

                nodes.add(Node.start("now-2", outside).ready());
                nodes.remove(0).stop();
                crew.ends(SOME);
                tell("this release alone, renewals ended", crew.ledger().ended().size());

                nodes.add(before("before-3", outside, before).ready());
                nodes.remove(0).stop();
                crew.ends(SOME);
                nodes.remove(0).stop();
                crew.ends(SOME);
                tell(
                        "back at the release before, renewals ended",
                        crew.ledger().ended().size());

                crew.comesToItsEnd();
                Map<String, Object> report =
                        new Reckoning(crew.ledger(), outside, nodes.get(0).port()).figures();
                tell("reckoning", report);
                Reckoning.nothingIsLostOrDoubled(report);
                assertThat(crew.ledger().unclear()).isEmpty();
            } finally {
                nodes.forEach(Node::close);
            }
        }
    }

    private static Node before(String name, Outside outside, String classPath) {
        return Node.start(name, outside, classPath, PREPARES_ANEW);
    }

    private static int migrations(Outside outside) {
        return outside.jdbc()
                .sql("select count(*) from xudai.flyway_schema_history")
                .query(Integer.class)
                .single();
    }

    private static void tell(String what, Object figure) {
        System.out.println("upgrade: " + what + ": " + figure);
    }

    private static String before() throws IOException {
        String file = System.getProperty("drills.before", "");
        assertThat(file)
                .as("-Ddrills.before names the file with the class path of the release before")
                .isNotEmpty();
        return Files.readString(Path.of(file)).strip();
    }
}
