package org.xudai.loanbook;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.xudai.access.StaffMember;
import org.xudai.audit.Actor;

/** Imports of files, at once or in the background. */
@Component
class LoanFileImport implements LoanImports {

    private final LoanFileReader loanRows;
    private final PartyFileReader partyRows;
    private final ImportPass pass;
    private final ImportQueue queue;
    private final ImportTable imports;
    private final ApplicationEventPublisher events;
    private final TransactionTemplate transaction;

    LoanFileImport(
            LoanFileReader loanRows,
            PartyFileReader partyRows,
            ImportPass pass,
            ImportQueue queue,
            ImportTable imports,
            ApplicationEventPublisher events,
            PlatformTransactionManager transactions) {
        this.loanRows = loanRows;
        this.partyRows = partyRows;
        this.pass = pass;
        this.queue = queue;
        this.imports = imports;
        this.events = events;
        this.transaction = new TransactionTemplate(transactions);
    }

    @Override
    public ImportReport importLoans(InputStream file, String fileName, StaffMember by) throws IOException {
        return read(Kind.LOANS, file, fileName, by);
    }

    @Override
    public ImportReport importParties(InputStream file, String fileName, StaffMember by) throws IOException {
        return read(Kind.PARTIES, file, fileName, by);
    }

    private ImportReport read(Kind kind, InputStream file, String fileName, StaffMember by) throws IOException {
        try (UploadCopy copy = UploadCopy.of(file)) {
            pass.requireHeader(copy, run(kind, by));
            UUID id = pass.begin(kind, copy, fileName, by);
            pass.read(id, copy, run(kind, by), by, queue::stops, () -> {});
            return imports.report(id).orElseThrow();
        }
    }

    @Override
    public UUID start(InputStream file, String fileName, Kind kind, StaffMember by) throws IOException {
        UploadCopy copy = UploadCopy.of(file);
        boolean queued = false;
        try {
            pass.requireHeader(copy, run(kind, by));
            UUID id = pass.begin(kind, copy, fileName, by);
            queue.add(id, copy, run(kind, by), by);
            queued = true;
            return id;
        } finally {
            if (!queued) {
                copy.close();
            }
        }
    }

    private ImportRun run(Kind kind, StaffMember by) {
        return switch (kind) {
            case LOANS -> loanRows.run(by);
            case PARTIES -> partyRows.run(by);
        };
    }

    @Override
    public Optional<ImportReport> report(UUID id) {
        return imports.report(id);
    }

    @Override
    public List<ImportReport> latest(int most) {
        return imports.latest(most);
    }

    @Override
    public boolean cancel(UUID id, StaffMember by) {
        return Boolean.TRUE.equals(transaction.execute(status -> {
            boolean cancelled = imports.cancel(id, by.id());
            if (cancelled) {
                events.publishEvent(
                        new ImportEvent(id, "cancelled", Actor.staff(by.id()), Map.of("import", id.toString())));
            }
            return cancelled;
        }));
    }

    @Override
    public void rejections(UUID id, Consumer<Rejection> taker) {
        imports.rejections(id, taker);
    }
}
