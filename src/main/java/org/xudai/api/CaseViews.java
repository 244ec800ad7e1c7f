package org.xudai.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import org.xudai.audit.AuditEntry;
import org.xudai.audit.AuditTrail;
import org.xudai.dossier.Channel;
import org.xudai.dossier.Document;
import org.xudai.dossier.DocumentState;
import org.xudai.dossier.Dossier;
import org.xudai.intake.Finding;
import org.xudai.intake.Intake;
import org.xudai.kernel.CaseNumber;
import org.xudai.kernel.Masked;
import org.xudai.kernel.PartyId;
import org.xudai.kernel.SigningWay;
import org.xudai.loanbook.Party;
import org.xudai.loanbook.PartyRole;
import org.xudai.renewal.CaseParty;
import org.xudai.renewal.CaseState;
import org.xudai.renewal.CorrectionRequest;
import org.xudai.renewal.Material;
import org.xudai.renewal.MaterialState;
import org.xudai.renewal.OriginalState;
import org.xudai.renewal.RenewalCase;
import org.xudai.renewal.Renewals;
import org.xudai.renewal.Terms;
import org.xudai.review.WorkItem;
import org.xudai.review.Worklist;

/** A case as the API shows it: to staff with its tasks and timeline, to a party without. */
@Component
class CaseViews {

    private final Renewals renewals;
    private final Worklist worklist;
    private final AuditTrail trail;
    private final Intake intake;
    private final Dossier dossier;
    private final MessageSource texts;

    CaseViews(
            Renewals renewals,
            Worklist worklist,
            AuditTrail trail,
            Intake intake,
            Dossier dossier,
            MessageSource texts) {
        this.renewals = renewals;
        this.worklist = worklist;
        this.trail = trail;
        this.intake = intake;
        this.dossier = dossier;
        this.texts = texts;
    }

    @JsonInclude(JsonInclude.Include.ALWAYS)
    record CaseSummary(
            String caseNumber,
            List<String> loans,
            String borrower,
            String branch,
            LocalDate maturityDate,
            @Nullable LocalDate whitelistEnd,
            CaseState state,
            @Nullable Instant hardStopAt,
            Instant openedAt) {}

    record DeadlinesView(
            LocalDate anchor,
            List<Instant> reminders,
            LocalDate lastNormalDay,
            Instant escalateAt,
            Instant hardStopAt) {}

    @JsonInclude(JsonInclude.Include.ALWAYS)
    record PartyView(
            String id,
            String name,
            Set<PartyRole> roles,
            @Nullable String mobile,
            boolean verified,
            boolean invited) {}

    record SignerView(String id, String name) {}

    record FormView(int version, int pages) {}

    @JsonInclude(JsonInclude.Include.ALWAYS)
    record FindingView(
            String code,
            Finding.Level level,
            @Nullable Integer page,
            Finding.@Nullable Box box,
            @Nullable List<Finding.Corner> photo,
            String message) {}

    @JsonInclude(JsonInclude.Include.ALWAYS)
    record DocumentView(
            String id,
            DocumentState state,
            @Nullable SigningWay way,
            Channel channel,
            Instant receivedAt,
            List<String> sha256,
            int pages,
            List<FindingView> findings) {}

    record CorrectionView(String reason, String message) {}

    record MaterialView(
            String code,
            String title,
            MaterialState state,
            boolean required,
            List<SignerView> signers,
            Set<SigningWay> ways,
            OriginalState original,
            @Nullable FormView form,
            List<DocumentView> documents,
            List<KeptView> kept,
            @Nullable CorrectionView correction,
            @Nullable SigningView signing) {}

    record KeptView(int page, String document, int position) {}

    record TermsView(BigDecimal amount, int termMonths, String conditions) {}

    @JsonInclude(JsonInclude.Include.ALWAYS)
    record TaskLine(
            String id,
            String kind,
            @Nullable Instant dueAt,
            @Nullable String assignee) {}

    record TimelineLine(Instant at, String act, String actor, Map<String, String> facts) {}

    record CaseView(
            String caseNumber,
            List<String> loans,
            String borrower,
            String branch,
            LocalDate maturityDate,

            @JsonInclude(JsonInclude.Include.ALWAYS) @Nullable
            LocalDate whitelistEnd,

            CaseState state,

            @JsonInclude(JsonInclude.Include.ALWAYS) @Nullable
            DeadlinesView deadlines,

            boolean readmission,
            int round,
            Instant openedAt,
            @Nullable Instant submittedAt,
            @Nullable Instant endedAt,
            List<PartyView> parties,
            List<MaterialView> checklist,
            @Nullable TermsView offeredTerms,
            @Nullable TermsView approvedTerms,
            @Nullable List<TaskLine> tasks,
            @Nullable List<TimelineLine> timeline) {}

    CaseSummary summary(RenewalCase renewal) {
        return new CaseSummary(
                renewal.number().value(),
                renewal.loans().stream().map(loan -> loan.value()).toList(),
                renewal.firm(),
                renewal.branch().value(),
                renewal.maturesOn(),
                renewal.whitelistEnd(),
                renewal.state(),
                renewal.deadlines() == null ? null : renewal.deadlines().hardStopAt(),
                renewal.openedAt());
    }

    CaseView forStaff(RenewalCase renewal, Locale locale) {
        CaseNumber number = renewal.number();
        return view(
                renewal,
                renewals.checklist(number),
                renewals.parties(number),
                worklist.ofCase(number).stream().map(CaseViews::task).toList(),
                trail.entriesOf(number).stream().map(CaseViews::line).toList(),
                true,
                locale);
    }

    /** What one party sees: everything where he hands in for all, else the lines he signs. */
    CaseView forParty(RenewalCase renewal, PartyId party, Locale locale) {
        List<CaseParty> parties = renewals.parties(renewal.number());
        boolean all = parties.stream().anyMatch(p -> p.party().id().equals(party) && p.seesAll());
        return view(
                renewal,
                renewals.checklist(renewal.number()).stream()
                        .filter(material -> all || material.signers().contains(party))
                        .toList(),
                parties.stream()
                        .filter(p -> all || p.party().id().equals(party))
                        .toList(),
                null,
                null,
                false,
                locale);
    }

    /** A document by itself: as in the checklist. */
    DocumentView document(Document document, boolean staff, Locale locale) {
        return document(
                new Material.Received(
                        document, intake.findingsOf(document.id()), dossier.previewPages(document.id()), List.of()),
                staff,
                locale);
    }

    DocumentView document(Material.Received received, boolean staff, Locale locale) {
        var document = received.document();
        return new DocumentView(
                document.id().toString(),
                document.state(),
                document.way(),
                document.channel(),
                document.receivedAt(),
                document.files().stream().map(file -> file.sha256().value()).toList(),
                received.pages(),
                received.findings().stream()
                        .filter(finding -> staff || finding.level() != Finding.Level.INFO)
                        .map(finding -> finding(finding, staff, locale))
                        .toList());
    }

    private CaseView view(
            RenewalCase renewal,
            List<Material> checklist,
            List<CaseParty> parties,
            @Nullable List<TaskLine> tasks,
            @Nullable List<TimelineLine> timeline,
            boolean staff,
            Locale locale) {
        Map<PartyId, Party> people = renewals.parties(renewal.number()).stream()
                .map(CaseParty::party)
                .collect(Collectors.toMap(Party::id, Function.identity()));
        return new CaseView(
                renewal.number().value(),
                renewal.loans().stream().map(loan -> loan.value()).toList(),
                renewal.firm(),
                renewal.branch().value(),
                renewal.maturesOn(),
                renewal.whitelistEnd(),
                renewal.state(),
                deadlines(renewal),
                renewal.readmission(),
                renewal.round(),
                renewal.openedAt(),
                renewal.submittedAt(),
                renewal.endedAt(),
                parties.stream().map(CaseViews::party).toList(),
                checklist.stream()
                        .map(material -> material(material, people, staff, locale))
                        .toList(),
                renewals.offeredTerms(renewal.number()).map(CaseViews::terms).orElse(null),
                renewal.approved() == null ? null : terms(renewal.approved()),
                tasks,
                timeline);
    }

    private static @Nullable DeadlinesView deadlines(RenewalCase renewal) {
        var deadlines = renewal.deadlines();
        return deadlines == null
                ? null
                : new DeadlinesView(
                        deadlines.anchor(),
                        deadlines.reminders(),
                        deadlines.lastNormalDay(),
                        deadlines.escalateAt(),
                        deadlines.hardStopAt());
    }

    private static PartyView party(CaseParty party) {
        Party who = party.party();
        return new PartyView(
                who.id().toString(),
                who.name(),
                who.roles(),
                who.mobile() == null ? null : Masked.of(who.mobile()).shown(),
                who.standing().mayConfirmSignature(),
                party.invited());
    }

    private MaterialView material(Material material, Map<PartyId, Party> people, boolean staff, Locale locale) {
        var form = material.form();
        CorrectionRequest correction = material.correction();
        return new MaterialView(
                material.code().value(),
                text("material." + material.code(), locale),
                material.state(),
                material.required(),
                material.signers().stream()
                        .map(people::get)
                        .filter(java.util.Objects::nonNull)
                        .map(signer -> new SignerView(signer.id().toString(), signer.name()))
                        .toList(),
                material.ways(),
                material.original(),
                form == null ? null : new FormView(form.version(), form.pages()),
                material.documents().stream()
                        .map(received -> document(received, staff, locale))
                        .toList(),
                material.kept().stream().map(CaseViews::kept).toList(),
                correction == null ? null : correction(correction, locale),
                SigningView.of(material.signing()));
    }

    private static KeptView kept(Material.Kept kept) {
        return new KeptView(
                kept.page().page(), kept.received().id().toString(), kept.page().position());
    }

    private CorrectionView correction(CorrectionRequest correction, Locale locale) {
        String known = texts.getMessage("correction." + correction.reason(), null, "", locale);
        return new CorrectionView(correction.reason(), (known + " " + correction.text()).strip());
    }

    private FindingView finding(Finding finding, boolean staff, Locale locale) {
        String message = text("finding." + finding.code() + (staff ? ".officer" : ".borrower"), locale);
        for (Map.Entry<String, String> value : finding.values().entrySet()) {
            message = message.replace("{" + value.getKey() + "}", value.getValue());
        }
        return new FindingView(
                finding.code(), finding.level(), finding.page(), finding.box(), finding.photo(), message);
    }

    private static TermsView terms(Terms terms) {
        return new TermsView(terms.amount().amount(), terms.termMonths(), terms.conditions());
    }

    private static TaskLine task(WorkItem item) {
        return new TaskLine(
                item.id(),
                item.kind().name(),
                item.dueAt(),
                item.assignee() == null ? null : item.assignee().value());
    }

    private static TimelineLine line(AuditEntry entry) {
        return new TimelineLine(
                entry.at(),
                entry.act(),
                entry.actor().kind() + ":" + entry.actor().id(),
                entry.facts());
    }

    private String text(String key, Locale locale) {
        String found = texts.getMessage(key, null, key, locale);
        return found == null ? key : found;
    }
}
