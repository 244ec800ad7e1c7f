package org.xudai.renewal;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.xudai.access.OneTimeCodes;
import org.xudai.access.StaffDirectory;
import org.xudai.audit.Actor;
import org.xudai.calendar.BusinessCalendar;
import org.xudai.dossier.Document;
import org.xudai.dossier.DocumentState;
import org.xudai.dossier.Dossier;
import org.xudai.forms.IssuedForm;
import org.xudai.kernel.CaseNumber;
import org.xudai.kernel.MaterialCode;
import org.xudai.kernel.PartyId;
import org.xudai.notices.NoticeKind;
import org.xudai.pdf.Ink;
import org.xudai.pdf.InkField;
import org.xudai.signing.Consent;
import org.xudai.signing.Declined;
import org.xudai.signing.FormSigned;
import org.xudai.signing.ScreenSignature;
import org.xudai.signing.ScreenSigning;
import org.xudai.signing.SealedPaper;
import org.xudai.signing.TimestampUnavailable;

/** Who signs what and when: the order of the signers, the version they look at, the code that confirms them. */
@Service
class SigningOffice implements FormSigning {

    private final SigningProgress progress;
    private final SigningEntries entries;
    private final OpenLines openLines;
    private final FormFreezing freezing;
    private final CaseTable cases;
    private final CaseMessages messages;
    private final CaseTransactions transactions;
    private final ScreenSigning signing;
    private final Consent consent;
    private final OneTimeCodes codes;
    private final Dossier dossier;
    private final StaffDirectory staff;
    private final BusinessCalendar calendar;

    SigningOffice(
            SigningProgress progress,
            SigningEntries entries,
            OpenLines openLines,
            FormFreezing freezing,
            CaseTable cases,
            CaseMessages messages,
            CaseTransactions transactions,
            ScreenSigning signing,
            Consent consent,
            OneTimeCodes codes,
            Dossier dossier,
            StaffDirectory staff,
            BusinessCalendar calendar) {
        this.progress = progress;
        this.entries = entries;
        this.openLines = openLines;
        this.freezing = freezing;
        this.cases = cases;
        this.messages = messages;
        this.transactions = transactions;
        this.signing = signing;
        this.consent = consent;
        this.codes = codes;
        this.dossier = dossier;
        this.staff = staff;
        this.calendar = calendar;
    }

    @Override
    public Optional<SigningStatus> status(CaseNumber number, MaterialCode material) {
        return progress.of(number, material).map(SigningProgress.Paper::status);
    }

    @Override
    public CodeAnswer requestCode(CaseNumber number, MaterialCode material, PartyId by) {
        Optional<SigningStatus> before = status(number, material);
        if (before.isPresent() && before.get().offered() && openLines.take(number, material)) {
            Map<String, String> problems = upToDate(number, material, by, before.get());
            if (!problems.isEmpty()) {
                return new CodeAnswer.NotSent(Refusal.ANSWERS_MISSING, problems);
            }
        }
        Optional<Refusal> refused = refusal(number, material, by);
        if (refused.isPresent()) {
            return new CodeAnswer.NotSent(refused.get(), Map.of());
        }
        int version = status(number, material).orElseThrow().version();
        return switch (codes.sendToSign(number, by, new OneTimeCodes.Subject(material, version))) {
            case SENT -> new CodeAnswer.Sent(version);
            case TOO_SOON -> new CodeAnswer.NotSent(Refusal.CODE_TOO_SOON, Map.of());
            case TOO_MANY -> new CodeAnswer.NotSent(Refusal.CODE_TOO_MANY, Map.of());
            case NO_NUMBER -> new CodeAnswer.NotSent(Refusal.CODE_NO_NUMBER, Map.of());
        };
    }

    /** Brings what was filled in into the version that is signed; gives what is missing. */
    private Map<String, String> upToDate(CaseNumber number, MaterialCode material, PartyId by, SigningStatus status) {
        Actor signer = Actor.party(by);
        boolean refused = status.isComplete() && isRefused(status);
        if (status.isBegun() && !refused) {
            return Map.of();
        }
        Renewals.Freezing frozen =
                refused ? freezing.anew(number, material, signer) : freezing.freeze(number, material, signer);
        return frozen instanceof Renewals.Freezing.Incomplete incomplete ? incomplete.problems() : Map.of();
    }

    private boolean isRefused(SigningStatus status) {
        return status.latest()
                .flatMap(dossier::find)
                .filter(document -> document.state() == DocumentState.REFUSED)
                .isPresent();
    }

    @Override
    public Answer sign(CaseNumber number, MaterialCode material, PartyId by, Entry entry) {
        Optional<Refusal> refused = refusal(number, material, by);
        if (refused.isPresent()) {
            return new Answer.Refused(refused.get());
        }
        SigningProgress.Paper paper = progress.of(number, material).orElseThrow();
        SigningStatus status = paper.status();
        SigningStatus.Line line = status.of(by).orElseThrow();
        if (entry.version() != null && entry.version() != status.version()) {
            return new Answer.Refused(Refusal.VERSION_REPLACED);
        }
        Optional<Refusal> faulty = entries.refusal(entry, line.party().name());
        if (faulty.isPresent()) {
            return new Answer.Refused(faulty.get());
        }
        if (!signing.isOffered()) {
            return new Answer.Refused(Refusal.TIMESTAMP_AWAY);
        }
        OneTimeCodes.Confirmation confirmed =
                codes.confirm(number, by, new OneTimeCodes.Subject(material, status.version()), entry.code());
        return switch (confirmed.check()) {
            case ACCEPTED -> signed(paper, line, entry, confirmed.code());
            case WRONG -> new Answer.Refused(Refusal.CODE_WRONG);
            case EXPIRED -> new Answer.Refused(Refusal.CODE_EXPIRED);
            case TOO_MANY_TRIES -> new Answer.Refused(Refusal.CODE_TRIES);
        };
    }

    private Answer signed(SigningProgress.Paper paper, SigningStatus.Line line, Entry entry, long code) {
        SigningStatus status = paper.status();
        PartyId by = line.party().id();
        Instant now = calendar.now();
        InkField.Place place = paper.places().get(status.position(by) - 1);
        Document shown =
                dossier.find(status.latest().orElse(paper.form().document())).orElseThrow();
        SealedPaper sealed;
        try {
            sealed = signing.seal(
                    shown,
                    place,
                    ink(entry, line.party().name(), now),
                    line.party().name(),
                    now);
        } catch (TimestampUnavailable e) {
            return new Answer.Refused(Refusal.TIMESTAMP_AWAY);
        }
        Optional<Document> kept = transactions.run(() -> keep(status, paper.form(), by, entry, code, sealed, now));
        if (kept.isEmpty()) {
            return new Answer.Refused(Refusal.VERSION_REPLACED);
        }
        signing.preview(kept.get().id(), sealed, paper.form().pages());
        return new Answer.Signed(
                kept.get(), status(paper.form().caseNumber(), status.material()).orElseThrow());
    }

    private Ink ink(Entry entry, String name, Instant at) {
        String day = FormValues.written(LocalDate.ofInstant(at, calendar.zone()));
        return entry.mode() == ScreenSignature.Mode.TYPED ? Ink.typed(name, day) : Ink.drawn(entry.strokes(), day);
    }

    /** Writes all there is to write, where everything still is as the signer saw it. */
    private Optional<Document> keep(
            SigningStatus seen, IssuedForm form, PartyId by, Entry entry, long code, SealedPaper sealed, Instant now) {
        CaseNumber number = form.caseNumber();
        MaterialCode material = seen.material();
        cases.lock(number);
        SigningStatus status = status(number, material).orElseThrow();
        boolean same = status.version() == seen.version() && status.latest().equals(seen.latest());
        if (!same || !openLines.take(number, material) || !status.isTurnOf(by)) {
            return Optional.empty();
        }
        int position = status.position(by);
        boolean complete = position == status.lines().size();
        Document document = signing.register(number, material, by, sealed, complete);
        signing.keep(new FormSigned(
                new ScreenSignature(
                        number,
                        material,
                        status.version(),
                        position,
                        by,
                        entry.mode(),
                        document.id(),
                        entry.consent(),
                        code,
                        sealed.before(),
                        sealed.after(),
                        now),
                consent.hash(entry.language()),
                entry.language().toLanguageTag(),
                sealed.level(),
                entry.device(),
                complete));
        if (!complete) {
            tellNext(number, status, position);
        }
        return Optional.of(document);
    }

    /** It is the next signer's turn. */
    private void tellNext(CaseNumber number, SigningStatus status, int position) {
        messages.tell(
                number,
                status.lines().get(position).party(),
                NoticeKind.YOUR_TURN,
                "your-turn/" + status.material() + "/" + status.version(),
                new CaseMessages.Details(List.of(status.material()), null, null));
    }

    @Override
    public Answer decline(CaseNumber number, MaterialCode material, PartyId by, String reason) {
        if (reason.isBlank()) {
            return new Answer.Refused(Refusal.REASON_MISSING);
        }
        return transactions.run(() -> {
            cases.lock(number);
            Optional<SigningStatus> status = status(number, material);
            Optional<Refusal> refused = refusalToAny(number, material, by, status);
            if (refused.isPresent()) {
                return new Answer.Refused(refused.get());
            }
            signing.keep(
                    new Declined(number, material, status.orElseThrow().version(), by, reason.strip(), calendar.now()));
            staff.find(cases.get(number).lead())
                    .ifPresent(lead -> messages.tellStaff(
                            number,
                            lead,
                            "declined/" + material + "/" + by + "/" + calendar.now(),
                            "signing-declined"));
            return new Answer.Noted(status(number, material).orElseThrow());
        });
    }

    /** Why he cannot sign now. */
    private Optional<Refusal> refusal(CaseNumber number, MaterialCode material, PartyId by) {
        Optional<SigningStatus> status = status(number, material);
        Optional<Refusal> refused = refusalToAny(number, material, by, status);
        if (refused.isPresent()) {
            return refused;
        }
        if (status.orElseThrow().isTurnOf(by)) {
            return Optional.empty();
        }
        boolean declined = status.get()
                .declined()
                .filter(line -> !line.party().id().equals(by))
                .isPresent();
        return Optional.of(declined ? Refusal.DECLINED : Refusal.NOT_YET);
    }

    /** Why he can neither sign nor decline now, whoever's turn it is. */
    private Optional<Refusal> refusalToAny(
            CaseNumber number, MaterialCode material, PartyId by, Optional<SigningStatus> status) {
        if (status.isEmpty() || !status.get().offered()) {
            return Optional.of(Refusal.NOT_OFFERED);
        }
        Optional<SigningStatus.Line> line = status.get().of(by);
        if (line.isEmpty()) {
            return Optional.of(Refusal.NOT_A_SIGNER);
        }
        if (line.get().isSigned()) {
            return Optional.of(Refusal.ALREADY_SIGNED);
        }
        return openLines.take(number, material) ? Optional.empty() : Optional.of(Refusal.NOT_NOW);
    }
}
