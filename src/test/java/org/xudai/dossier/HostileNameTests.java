package org.xudai.dossier;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.StringLength;
import net.jqwik.api.lifecycle.AfterContainer;
import org.xudai.audit.Actor;

/** Names of files come from strangers. */
class HostileNameTests {

    private static final DossierFixture WORLD = new DossierFixture();

    @AfterContainer
    static void close() {
        WORLD.close();
    }

    @Property(tries = 60)
    void anyNameCanBeKeptAndNoneReachesTheStore(@ForAll @StringLength(max = 400) String name) throws Exception {
        Document document = WORLD.dossier.register(
                new Submission(
                        DossierFixture.CASE, DossierFixture.LICENCE, Channel.MAIL, Actor.system("test"), null, null),
                WORLD.dossier.store(
                        DossierFixture.CASE, List.of(new Bytes(name, () -> new ByteArrayInputStream(new byte[1])))));

        StoredFile file =
                WORLD.dossier.find(document.id()).orElseThrow().files().get(0);

        assertThat(file.name()).isEqualTo(document.files().get(0).name()).hasSizeLessThanOrEqualTo(400);
        assertThat(file.name().codePoints().noneMatch(Character::isISOControl)).isTrue();
        assertThat(file.objectKey()).matches("cases/[^/]+/[0-9a-f-]{36}\\.xv1");
    }
}
