package org.xudai.mailroom;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.xudai.access.StaffMember;
import org.xudai.testing.CaseWorld;
import org.xudai.testing.MailWorld;
import org.xudai.testing.RunningXudai;

/** What no scanner makes is refused as a whole, with its reason, and nothing of it goes anywhere. */
@RunningXudai
@Tag("servers")
class RefusedStackTests {

    @Autowired
    CaseWorld world;

    @Autowired
    MailWorld mail;

    private StaffMember officer;

    @BeforeEach
    void somebodyIsInTheMailroom() {
        officer = world.staff("li.officer");
    }

    @Test
    void whatIsNoStackIsRefusedAsAWholeWithItsReason() throws IOException {
        assertThat(refused("no paper".getBytes(StandardCharsets.UTF_8))).isEqualTo("TYPE_NOT_ACCEPTED");
        assertThat(refused(new byte[0])).isEqualTo("EMPTY");
        assertThat(refused(HostileStacks.withPassword())).isEqualTo("ENCRYPTED");
        assertThat(refused(HostileStacks.ofPages(201))).isEqualTo("TOO_MANY_PAGES");
        assertThat(refused(HostileStacks.withBomb())).isEqualTo("BOMB");
        assertThat(refused(HostileStacks.withScript())).isEqualTo("ACTIVE_SCRIPT");
        assertThat(refused(HostileStacks.withSignature())).isEqualTo("SIGNED");
    }

    private String refused(byte[] stack) {
        StackReport report = mail.sorted(stack, officer);
        assertThat(report.state()).isEqualTo(StackState.FAILED);
        assertThat(report.filings()).isEmpty();
        assertThat(report.sheets()).isEmpty();
        return String.valueOf(report.problem());
    }

    @Test
    void aStackThatFailedMayComeAgain() {
        byte[] nothing = "once more".getBytes(StandardCharsets.UTF_8);
        mail.sorted(nothing, officer);

        assertThat(mail.handedIn(nothing, officer).before()).isFalse();
    }
}
