package org.xudai.mailroom;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;
import org.xudai.access.BranchScope;
import org.xudai.dossier.Channel;
import org.xudai.dossier.Dossier;
import org.xudai.dossier.OneNode;
import org.xudai.dossier.ShelvedObject;
import org.xudai.dossier.Shelves;
import org.xudai.kernel.CaseNumber;
import org.xudai.testing.CaseWorld;
import org.xudai.testing.LoanRows;
import org.xudai.testing.MailWorld;
import org.xudai.testing.RunningXudai;
import org.xudai.testing.ScanStack;

/** A stack whose node is gone goes on where it stood; one that somebody stops goes nowhere. */
@RunningXudai
@Tag("servers")
class InterruptedStackTests {

    @Autowired
    CaseWorld world;

    @Autowired
    MailWorld mail;

    @Autowired
    Mailroom mailroom;

    @Autowired
    StackTable stacks;

    @Autowired
    SheetTable sheets;

    @Autowired
    StackSorter sorter;

    @Autowired
    MailClerk clerk;

    @Autowired
    Shelves shelves;

    @Autowired
    OneNode oneNode;

    @Autowired
    Dossier dossier;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    Clock clock;

    /** Puts a stack where a node holds it, which does something with it and is gone. */
    private void held(UUID id, byte[] bytes, Runnable work) {
        boolean here = oneNode.run("mailroom.stack." + id, () -> {
            ShelvedObject object = stored(id, bytes);
            Stack stack = Stack.taken(id, world.staff("li.officer"), "scan.pdf", object, clock.instant());
            transaction.executeWithoutResult(status -> {
                stacks.insert(stack);
                shelves.keep(id, object);
            });
            work.run();
        });
        assertThat(here).isTrue();
        clerk.look();
    }

    private ShelvedObject stored(UUID id, byte[] bytes) {
        try {
            return shelves.store(id, new ByteArrayInputStream(bytes), bytes.length);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void anotherNodeGoesOnBehindTheLastPageThatWasRead() {
        CaseNumber number = world.collecting(LoanRows.eligible());
        List<byte[]> pages = mail.signed(number, "application");
        ScanStack scans = new ScanStack();
        for (int i = 0; i < 9; i++) {
            scans.back();
        }
        byte[] stack = scans.with(pages).pdf();
        UUID id = UUID.randomUUID();
        AtomicInteger looks = new AtomicInteger();

        held(id, stack, () -> {
            sorter.sort(id, () -> looks.incrementAndGet() > 1);
            assertThat(sheets.read(id)).as("a few pages are read").isBetween(1, 10);
            assertThat(ofCase(number)).isZero();
            assertThat(mailroom.report(id, BranchScope.EVERY).orElseThrow().percent())
                    .isBetween(1, 99);
        });
        StackReport report = mail.sorted(id);

        assertThat(report.state()).isEqualTo(StackState.DONE);
        assertThat(report.count(SheetState.BLANK)).isEqualTo(9);
        assertThat(report.filings()).singleElement().satisfies(filing -> assertThat(filing.pages())
                .containsExactly(10, 11));
        assertThat(ofCase(number)).isEqualTo(1);
    }

    @Test
    void aNodeThatDiesWhileItFilesLeavesNothingTwice() {
        CaseNumber number = world.collecting(LoanRows.eligible());
        byte[] stack = new ScanStack().with(mail.signed(number, "application")).pdf();
        UUID id = UUID.randomUUID();

        held(id, stack, () -> {
            sorter.sort(id, () -> false);
            transaction.executeWithoutResult(status -> stacks.end(id, StackState.FILING, null));
        });
        StackReport report = mail.sorted(id);

        assertThat(report.state()).isEqualTo(StackState.DONE);
        assertThat(ofCase(number)).isEqualTo(1);
    }

    @Test
    void aStackThatIsStoppedGoesNowhereAndMayComeAgain() {
        CaseNumber number = world.collecting(LoanRows.eligible());
        byte[] stack = new ScanStack().with(mail.signed(number, "application")).pdf();
        UUID id = UUID.randomUUID();

        held(id, stack, () -> {
            assertThat(mailroom.stop(id, world.staff("li.officer"))).isTrue();
            assertThat(mailroom.stop(id, world.staff("li.officer"))).isFalse();
        });
        StackReport stopped = mail.sorted(id);

        assertThat(stopped.state()).isEqualTo(StackState.CANCELLED);
        assertThat(stopped.filings()).isEmpty();
        assertThat(ofCase(number)).isZero();
        Mailroom.Taken again = mail.handedIn(stack, world.staff("li.officer"));
        assertThat(again.before()).isFalse();
        assertThat(mail.sorted(again.id()).filings()).hasSize(1);
        assertThat(mailroom.stop(again.id(), world.staff("li.officer")))
                .as("its pages are where they belong")
                .isFalse();
    }

    @Test
    void aStackThatNoNodeSurvivesIsGivenUp() {
        UUID id = UUID.randomUUID();

        held(id, new ScanStack().back().pdf(), () -> {
            for (int i = 0; i < 10; i++) {
                stacks.begun(id);
            }
        });

        StackReport report = mail.sorted(id);
        assertThat(report.state()).isEqualTo(StackState.FAILED);
        assertThat(report.problem()).isEqualTo("UNREADABLE");
    }

    @Test
    void pagesWhoseFilingNoNodeBringsToItsEndWaitForAPerson() {
        CaseNumber number = world.collecting(LoanRows.eligible());
        ScanStack scans = new ScanStack().with(mail.signed(number, "application"));
        for (int i = 0; i < 7; i++) {
            scans.back();
        }
        UUID id = UUID.randomUUID();
        AtomicInteger looks = new AtomicInteger();

        held(id, scans.pdf(), () -> {
            sorter.sort(id, () -> looks.incrementAndGet() > 1);
            assertThat(stacks.beginFiling(id)).isTrue();
            for (int i = 0; i < 10; i++) {
                stacks.begun(id);
            }
        });

        StackReport report = mail.sorted(id);
        assertThat(report.state()).isEqualTo(StackState.DONE);
        assertThat(report.count(SheetState.READ)).isZero();
        assertThat(report.sheets())
                .filteredOn(sheet -> sheet.state() == SheetState.TRAY)
                .extracting(StackReport.Placed::page, StackReport.Placed::reason)
                .containsExactly(tuple(1, "NOT_FILED"), tuple(2, "NOT_FILED"));
        assertThat(ofCase(number)).isZero();
        assertThat(mailroom.waiting(report.sheets().get(0).id())).isPresent();
    }

    private long ofCase(CaseNumber number) {
        return dossier.ofCase(number).stream()
                .filter(document -> document.channel() != Channel.ISSUED)
                .count();
    }
}
