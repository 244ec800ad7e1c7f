package org.xudai.retention;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.xudai.access.BranchScope;
import org.xudai.dossier.Channel;
import org.xudai.dossier.Dossier;
import org.xudai.kernel.CaseNumber;
import org.xudai.kernel.StaffId;
import org.xudai.mailroom.Mailroom;
import org.xudai.mailroom.StackReport;
import org.xudai.testing.CaseWorld;
import org.xudai.testing.LoanRows;
import org.xudai.testing.MailWorld;
import org.xudai.testing.RunningXudai;
import org.xudai.testing.ScanStack;
import org.xudai.vault.KeyOwner;

/** A stack of scans is kept its time; what of it went to a case is the case's. */
@RunningXudai
@Tag("servers")
class ForgottenStacksTests {

    @Autowired
    CaseWorld world;

    @Autowired
    MailWorld mail;

    @Autowired
    Mailroom mailroom;

    @Autowired
    Dossier dossier;

    @Autowired
    LegalHolds holds;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    ApplicationContext product;

    @Test
    void aStackOfScansGoesAfterTwoYearsAndWhatIsOfACaseStaysUnlessItIsHeld() {
        Remains remains = new Remains(jdbc, product.getEnvironment());
        LaterRounds rounds = new LaterRounds(product);
        CaseNumber number = world.collecting(LoanRows.eligible());
        CaseNumber held = world.collecting(LoanRows.eligible());
        StackReport stack = mail.sorted(
                new ScanStack().with(mail.signed(number, "application")).back().pdf(), world.staff("li.officer"));
        StackReport kept = mail.sorted(
                new ScanStack().with(mail.signed(held, "application")).pdf(), world.staff("li.officer"));
        holds.place(held, "(2026)闽0782民初117号", new StaffId("auditor"));
        assertThat(remains.shelvesOf(stack.id())).hasSize(3);
        assertThat(remains.reconciled()).doesNotContain("shelves/");

        rounds.at(Instant.parse("2028-11-23T04:00:00Z"));
        assertThat(mailroom.report(stack.id(), BranchScope.EVERY)).isPresent();

        rounds.at(Instant.parse("2028-11-24T04:00:00Z"));
        assertThat(mailroom.report(stack.id(), BranchScope.EVERY)).isEmpty();
        assertThat(mailroom.report(kept.id(), BranchScope.EVERY)).isPresent();
        assertThat(remains.shelvesOf(stack.id())).isEmpty();
        assertThat(remains.hasKey(KeyOwner.ofShelf(stack.id()))).isFalse();
        assertThat(remains.reconciled()).doesNotContain("shelves/");
        assertThat(dossier.ofCase(number).stream()
                        .filter(document -> document.channel() == Channel.SCAN)
                        .map(document -> mail.bytes(document.files().get(0))))
                .singleElement()
                .isEqualTo(mail.signed(number, "application").get(0));
        holds.lift(held, "已结案", new StaffId("auditor"));
    }

    @Test
    void aStackThatIsHeldDoesNotStandInTheWayOfLaterOnes() {
        CaseNumber held = world.collecting(LoanRows.eligible());
        StackReport first = mail.sorted(
                new ScanStack().with(mail.signed(held, "application")).pdf(), world.staff("li.officer"));
        StackReport second = mail.sorted(
                new ScanStack()
                        .with(mail.signed(world.collecting(LoanRows.eligible()), "application"))
                        .pdf(),
                world.staff("li.officer"));
        holds.place(held, "(2026)闽0782民初118号", new StaffId("auditor"));

        new LaterRounds(product).stacksAt(Instant.parse("2028-11-24T04:00:00Z"), 1);

        List<StackReport> left = Stream.of(first, second)
                .flatMap(stack -> mailroom.report(stack.id(), BranchScope.EVERY).stream())
                .toList();
        assertThat(left).extracting(StackReport::id).containsExactly(first.id());
        holds.lift(held, "已结案", new StaffId("auditor"));
    }
}
