package org.xudai.retention;

import java.time.Instant;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.xudai.audit.AuditTrail;
import org.xudai.calendar.BusinessCalendar;
import org.xudai.calendar.Calendars;
import org.xudai.dossier.DocumentErasure;
import org.xudai.dossier.OneNode;
import org.xudai.loanbook.ImportReports;
import org.xudai.loanbook.SettledLoans;
import org.xudai.mailroom.StackArchive;
import org.xudai.renewal.CaseProcess;
import org.xudai.renewal.EndedCases;
import org.xudai.testing.MovableClock;
import org.xudai.vault.Traces;
import org.xudai.vault.Vault;

/** The product's rounds with a calendar of their own: they live in a later year, and nothing else does. */
public final class LaterRounds {

    private final MovableClock clock = new MovableClock();
    private final BusinessCalendar calendar = Calendars.chinese(clock);
    private final RetentionSettings settings = RetentionClocksTests.settings();
    private final RetentionClocks clocks = new RetentionClocks(settings, calendar);
    private final ApplicationContext product;
    private final Oblivion oblivion;

    /** Rounds over the product's own tables. */
    public LaterRounds(ApplicationContext product) {
        this.product = product;
        this.oblivion = new Oblivion(product.getBeanProvider(Traces.class), bean(JdbcClient.class));
    }

    /** One round at a moment. */
    public void at(Instant moment) {
        CaseErasure caseErasure = erasureAt(moment);
        new ErasureRounds(
                        bean(EndedCases.class),
                        bean(SettledLoans.class),
                        clocks,
                        bean(HoldTable.class),
                        bean(ErasureTable.class),
                        caseErasure,
                        borrowerErasure(),
                        new DraftErasure(
                                bean(EndedCases.class),
                                clocks,
                                bean(HoldTable.class),
                                oblivion,
                                calendar,
                                product,
                                bean(PlatformTransactionManager.class)),
                        new ReportErasure(
                                bean(ImportReports.class),
                                clocks,
                                calendar,
                                product,
                                bean(PlatformTransactionManager.class)),
                        stackErasure(),
                        settings,
                        calendar,
                        bean(OneNode.class))
                .round();
    }

    /** So many stacks at the most, at a moment. */
    void stacksAt(Instant moment, int most) {
        clock.set(moment);
        stackErasure().erase(most);
    }

    private StackErasure stackErasure() {
        return new StackErasure(
                bean(StackArchive.class),
                bean(HoldTable.class),
                clocks,
                calendar,
                product,
                bean(PlatformTransactionManager.class));
    }

    /** What erases a case, at a moment. */
    CaseErasure erasureAt(Instant moment) {
        clock.set(moment);
        return new CaseErasure(
                bean(EndedCases.class),
                clocks,
                bean(LegalHolds.class),
                bean(ErasureTable.class),
                bean(DocumentErasure.class),
                oblivion,
                bean(CaseProcess.class),
                bean(AuditTrail.class),
                bean(CertificateWriter.class),
                bean(Vault.class),
                calendar,
                product,
                bean(PlatformTransactionManager.class));
    }

    private BorrowerErasure borrowerErasure() {
        return new BorrowerErasure(
                bean(SettledLoans.class),
                bean(EndedCases.class),
                clocks,
                bean(ErasureTable.class),
                oblivion,
                bean(CertificateWriter.class),
                bean(Vault.class),
                calendar,
                product,
                bean(PlatformTransactionManager.class));
    }

    private <T> T bean(Class<T> type) {
        return product.getBean(type);
    }
}
