package org.xudai.testing;

import static org.awaitility.Awaitility.await;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.springframework.boot.test.context.TestComponent;
import org.xudai.access.BranchScope;
import org.xudai.access.StaffMember;
import org.xudai.audit.Actor;
import org.xudai.dossier.Bytes;
import org.xudai.dossier.Document;
import org.xudai.dossier.Dossier;
import org.xudai.dossier.StoredFile;
import org.xudai.forms.FilledForm;
import org.xudai.forms.FormLibrary;
import org.xudai.forms.IssuedForm;
import org.xudai.kernel.CaseNumber;
import org.xudai.kernel.MaterialCode;
import org.xudai.mailroom.Mailroom;
import org.xudai.mailroom.StackReport;

/** What tests do in the mailroom: sign forms, scan them, hand stacks in, await what becomes of them. */
@TestComponent
public class MailWorld {

    private static final Duration PATIENCE = Duration.ofSeconds(90);

    private final Mailroom mailroom;
    private final FormLibrary forms;
    private final Dossier dossier;

    MailWorld(Mailroom mailroom, FormLibrary forms, Dossier dossier) {
        this.mailroom = mailroom;
        this.forms = forms;
        this.dossier = dossier;
    }

    /** The pages of a form, signed and scanned, one JPEG each. */
    public List<byte[]> signed(CaseNumber number, String form) {
        IssuedForm issued = forms.current(number, form).orElseThrow();
        try {
            return new SignedPaper("陈茂生", "", "2026年11月23日")
                    .photographs(
                            bytes(dossier.find(issued.document())
                                    .orElseThrow()
                                    .files()
                                    .get(0)),
                            issued.layout());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Issues the next version of a form, so that what was printed before is old. */
    public void issueAgain(CaseNumber number, String form) {
        IssuedForm current = forms.current(number, form).orElseThrow();
        FilledForm next = forms.fill(number, form, current.version() + 1, current.values(), Map.of());
        Document document = dossier.issue(
                number, new MaterialCode(form), "form.pdf", "application/pdf", next.pdf(), Actor.system("forms"));
        forms.recordIssue(number, next, document.id(), current.values(), Map.of());
    }

    public Mailroom.Taken handedIn(byte[] stack, StaffMember by) {
        try {
            return mailroom.take(new Bytes("扫描件20261123.pdf", () -> new ByteArrayInputStream(stack)), stack.length, by);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The report of a stack that has come to its end, for whoever sees everything. */
    public StackReport sorted(UUID stack) {
        return Objects.requireNonNull(await("stack " + stack + " is sorted")
                .atMost(PATIENCE)
                .until(() -> mailroom.report(stack, BranchScope.EVERY).orElseThrow(), report -> !report.state()
                        .isUnderWay()));
    }

    public StackReport sorted(byte[] stack, StaffMember by) {
        return sorted(handedIn(stack, by).id());
    }

    public byte[] bytes(StoredFile file) {
        try (InputStream in = dossier.open(file, 0)) {
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
