package org.xudai.dossier;

import static org.assertj.core.api.Assertions.assertThat;
import static org.xudai.dossier.DocumentState.ACCEPTED;
import static org.xudai.dossier.DocumentState.REFUSED;
import static org.xudai.dossier.DocumentState.SUPERSEDED;
import static org.xudai.dossier.DocumentState.UNDECIDED;

import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.xudai.kernel.MaterialCode;

/** Another upload is always taken; the newest that counts stands for the material. */
class SupersedingTests {

    private static final DossierFixture WORLD = new DossierFixture();

    @AfterAll
    static void close() {
        WORLD.close();
    }

    @Test
    void anotherUploadTakesThePlaceOfAnAcceptedOne() {
        Document first = received();
        Document second = received();

        WORLD.inspected(first, ACCEPTED);
        WORLD.inspected(second, UNDECIDED);

        assertThat(WORLD.stateOf(first)).isEqualTo(SUPERSEDED);
        assertThat(WORLD.stateOf(second)).isEqualTo(UNDECIDED);
    }

    @Test
    void aRefusedUploadTakesNobodysPlace() {
        Document first = received();
        Document second = received();

        WORLD.inspected(first, UNDECIDED);
        WORLD.inspected(second, REFUSED);

        assertThat(WORLD.stateOf(first)).isEqualTo(UNDECIDED);
        assertThat(WORLD.stateOf(second)).isEqualTo(REFUSED);
    }

    @Test
    void anOlderUploadInspectedLateDoesNotComeBack() {
        Document first = received();
        Document second = received();

        WORLD.inspected(second, UNDECIDED);
        WORLD.inspected(first, UNDECIDED);

        assertThat(WORLD.stateOf(first)).isEqualTo(SUPERSEDED);
        assertThat(WORLD.stateOf(second)).isEqualTo(UNDECIDED);
    }

    @Test
    void anotherMaterialIsLeftAlone() {
        Document licence = received();
        WORLD.inspected(licence, UNDECIDED);
        Document statements = WORLD.received(null, (byte) 1);

        WORLD.dossier.settleInspected(
                statements.id(), UNDECIDED, new MaterialCode("statements"), null, List.of("application/pdf"));

        assertThat(WORLD.stateOf(licence)).isEqualTo(UNDECIDED);
        Document settled = WORLD.dossier.find(statements.id()).orElseThrow();
        assertThat(settled.material()).isEqualTo(new MaterialCode("statements"));
        assertThat(settled.files().get(0).contentType()).isEqualTo("application/pdf");
    }

    @Test
    void aVerdictIsGivenOnce() {
        Document document = received();

        assertThat(settled(document, UNDECIDED)).isTrue();
        assertThat(settled(document, REFUSED)).isFalse();

        assertThat(WORLD.stateOf(document)).isEqualTo(UNDECIDED);
    }

    @Test
    void whoeverLooksSeesThatItIsBeingInspected() {
        Document document = received();

        WORLD.dossier.markInspecting(document.id());

        assertThat(WORLD.stateOf(document)).isEqualTo(DocumentState.INSPECTING);
        WORLD.inspected(document, UNDECIDED);
        WORLD.dossier.markInspecting(document.id());
        assertThat(WORLD.stateOf(document)).isEqualTo(UNDECIDED);
    }

    private static Document received() {
        return WORLD.received(DossierFixture.LICENCE, (byte) 1);
    }

    private static boolean settled(Document document, DocumentState state) {
        return WORLD.dossier.settleInspected(document.id(), state, DossierFixture.LICENCE, null, List.of("image/jpeg"));
    }
}
