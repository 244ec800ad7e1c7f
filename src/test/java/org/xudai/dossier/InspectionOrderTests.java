package org.xudai.dossier;

import static org.assertj.core.api.Assertions.assertThat;
import static org.xudai.dossier.DocumentState.ACCEPTED;
import static org.xudai.dossier.DocumentState.RECEIVED;
import static org.xudai.dossier.DocumentState.REFUSED;
import static org.xudai.dossier.DocumentState.UNDECIDED;

import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.lifecycle.AfterContainer;

/** Uploads of a material are inspected on any node, in any order. */
class InspectionOrderTests {

    private static final DossierFixture WORLD = new DossierFixture();

    @AfterContainer
    static void close() {
        WORLD.close();
    }

    /** Whatever comes in whichever order: exactly the newest document that counts stands, the others hide nothing. */
    @Property(tries = 40)
    void inWhicheverOrderTheyAreInspectedTheNewestThatCountsStands(
            @ForAll("verdicts") List<DocumentState> verdicts, @ForAll long order) {
        List<Document> documents = verdicts.stream()
                .map(verdict -> WORLD.received(DossierFixture.LICENCE, (byte) 1))
                .toList();
        List<Integer> turns =
                new ArrayList<>(IntStream.range(0, verdicts.size()).boxed().toList());
        Collections.shuffle(turns, new Random(order));

        turns.forEach(turn -> WORLD.inspected(documents.get(turn), verdicts.get(turn)));

        Map<DocumentState, Integer> counts = new EnumMap<>(DocumentState.class);
        int newest = -1;
        for (int i = 0; i < verdicts.size(); i++) {
            counts.merge(WORLD.stateOf(documents.get(i)), 1, Integer::sum);
            newest = verdicts.get(i) == REFUSED ? newest : i;
        }
        assertThat(counts).doesNotContainKey(RECEIVED);
        assertThat(counts.getOrDefault(ACCEPTED, 0) + counts.getOrDefault(UNDECIDED, 0))
                .isEqualTo(newest < 0 ? 0 : 1);
        if (newest >= 0) {
            assertThat(WORLD.stateOf(documents.get(newest))).isEqualTo(verdicts.get(newest));
        }
    }

    @Provide
    Arbitrary<List<DocumentState>> verdicts() {
        return Arbitraries.of(ACCEPTED, UNDECIDED, REFUSED).list().ofMinSize(1).ofMaxSize(5);
    }
}
