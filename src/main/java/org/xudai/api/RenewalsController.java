package org.xudai.api;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.io.IOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.Resource;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.mvc.method.annotation.StreamingResponseBody;
import org.xudai.access.AccessLog;
import org.xudai.access.Act;
import org.xudai.audit.Actor;
import org.xudai.evidence.EvidenceBoxes;
import org.xudai.kernel.CaseNumber;
import org.xudai.kernel.FieldProblem;
import org.xudai.kernel.LoanNumber;
import org.xudai.kernel.PageKey;
import org.xudai.loanbook.NewParty;
import org.xudai.loanbook.PartyRole;
import org.xudai.renewal.CaseState;
import org.xudai.renewal.RenewalCase;
import org.xudai.renewal.RenewalQuery;
import org.xudai.renewal.Renewals;
import org.xudai.web.ProblemException;

/** Renewal cases, as staff work with them. */
@RestController
@RequestMapping("/api/v1/renewals")
@Tag(name = "Renewals")
class RenewalsController {

    private final Renewals renewals;
    private final CaseDoor door;
    private final CaseViews views;
    private final Downloads downloads;
    private final Submissions submissions;
    private final EvidenceBoxes evidence;
    private final AccessLog log;

    RenewalsController(
            Renewals renewals,
            CaseDoor door,
            CaseViews views,
            Downloads downloads,
            Submissions submissions,
            EvidenceBoxes evidence,
            AccessLog log) {
        this.renewals = renewals;
        this.door = door;
        this.views = views;
        this.downloads = downloads;
        this.submissions = submissions;
        this.evidence = evidence;
        this.log = log;
    }

    record PartyEntry(
            @Nullable String role,
            @Nullable String name,
            @Nullable String residentId,
            @Nullable String mobile,
            @Nullable String email,
            @Nullable String spouseOf,
            @Nullable Boolean actsForSigner) {}

    record OpeningEntry(
            @Nullable String loanNumber, @Nullable List<PartyEntry> parties) {}

    record TermsReply(@Nullable Boolean accept) {}

    @Operation(
            summary = "Opens the renewal of a loan",
            description =
                    "404 unknown loan, 409 an open case exists (its number is in the answer), 422 whom to register "
                            + "first.")
    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    Submissions.StateAnswer open(@RequestBody OpeningEntry entry) {
        LoanNumber loan = Parameters.loan(Objects.requireNonNullElse(entry.loanNumber(), ""))
                .orElseThrow(() -> new ProblemException(HttpStatus.NOT_FOUND, "loan-unknown"));
        List<NewParty> parties = new ArrayList<>();
        for (PartyEntry party : Objects.requireNonNullElse(entry.parties(), List.<PartyEntry>of())) {
            parties.add(party(party, "parties[" + parties.size() + "]."));
        }
        Renewals.Opening opening = renewals.open(loan, parties, door.staff());
        if (opening instanceof Renewals.Opening.Opened opened) {
            return new Submissions.StateAnswer(
                    opened.renewal().number().value(), opened.renewal().state());
        }
        throw refusal(opening);
    }

    private static ProblemException refusal(Renewals.Opening opening) {
        if (opening instanceof Renewals.Opening.AlreadyOpen open) {
            return new ProblemException(HttpStatus.CONFLICT, "case-open", open.caseNumber())
                    .with("caseNumber", open.caseNumber().value());
        }
        if (opening instanceof Renewals.Opening.PartiesMissing missing) {
            return new ProblemException(HttpStatus.UNPROCESSABLE_ENTITY, "parties-missing")
                    .with(List.of(new FieldProblem("parties", "security-party-missing", "")))
                    .with("roles", missing.roles());
        }
        if (opening instanceof Renewals.Opening.PartiesRefused refused) {
            return new ProblemException(HttpStatus.UNPROCESSABLE_ENTITY, "invalid").with(refused.problems());
        }
        return opening instanceof Renewals.Opening.NotAllowed
                ? new ProblemException(HttpStatus.FORBIDDEN, "not-allowed")
                : new ProblemException(HttpStatus.NOT_FOUND, "loan-unknown");
    }

    private static NewParty party(PartyEntry entry, String prefix) {
        PartyRole role = Parameters.choice(PartyRole.class, prefix + "role", entry.role());
        String name = Parameters.text(prefix + "name", entry.name());
        if (role == null || name == null) {
            throw Parameters.missing(prefix + (role == null ? "role" : "name"));
        }
        return new NewParty(
                role,
                name,
                entry.residentId(),
                entry.mobile(),
                entry.email(),
                entry.spouseOf(),
                Boolean.TRUE.equals(entry.actsForSigner()));
    }

    @Operation(summary = "Cases of the caller's branches, newest first")
    @GetMapping
    ListAnswer<CaseViews.CaseSummary> search(
            @RequestParam(required = false) @Nullable String state,
            @RequestParam(required = false) @Nullable String branch,
            @RequestParam(required = false) @Nullable String q,
            @RequestParam(required = false) @Nullable String after,
            @RequestParam(defaultValue = "0") int page,
            @RequestParam(defaultValue = "50") int size) {
        return ListAnswer.of(
                renewals.search(new RenewalQuery(
                        door.scope(),
                        Parameters.choice(CaseState.class, "state", state),
                        Parameters.branch(branch),
                        q,
                        Parameters.page(page),
                        Parameters.size(size),
                        Parameters.after(after, PageKey.Kind.MOMENT, PageKey.Kind.TEXT))),
                views::summary);
    }

    @Operation(summary = "One case with its checklist, parties, tasks and timeline")
    @GetMapping("/{caseNumber}")
    CaseViews.CaseView read(@PathVariable String caseNumber, Locale locale) {
        return views.forStaff(door.open(caseNumber), locale);
    }

    @Operation(summary = "The current issued version of a form")
    @GetMapping(path = "/{caseNumber}/forms/{code}", produces = MediaType.APPLICATION_PDF_VALUE)
    ResponseEntity<Resource> form(@PathVariable String caseNumber, @PathVariable String code) throws IOException {
        CaseNumber number = door.open(caseNumber).number();
        log.reads(
                number,
                AccessLog.What.FORM,
                downloads.form(number, code).document().toString());
        return downloads.formPdf(number, code);
    }

    @Operation(summary = "Where things are on the pages of that version")
    @GetMapping("/{caseNumber}/forms/{code}/layout")
    LayoutAnswer layout(@PathVariable String caseNumber, @PathVariable String code) {
        return LayoutAnswer.of(
                downloads.form(door.open(caseNumber).number(), code).layout());
    }

    @Operation(summary = "Submits the materials", description = "422 with what is missing.")
    @PostMapping("/{caseNumber}/submit")
    Submissions.StateAnswer submit(@PathVariable String caseNumber) {
        RenewalCase renewal = door.open(caseNumber, Act.SUBMIT_CASES);
        return submissions.submit(renewal.number(), Actor.staff(door.staff().id()));
    }

    @Operation(summary = "Withdraws the case", description = "409 from the renewal of the entry on.")
    @PostMapping("/{caseNumber}/withdraw")
    Submissions.StateAnswer withdraw(
            @PathVariable String caseNumber,
            @RequestBody(required = false) Submissions.@Nullable WithdrawalEntry entry) {
        RenewalCase renewal = door.open(caseNumber, Act.WITHDRAW_CASES);
        return submissions.withdraw(
                renewal.number(),
                Actor.staff(door.staff().id()),
                entry == null ? new Submissions.WithdrawalEntry("") : entry);
    }

    @Operation(summary = "Notes that the loan was settled elsewhere: ends the case")
    @PostMapping("/{caseNumber}/settled")
    Submissions.StateAnswer settled(@PathVariable String caseNumber) {
        RenewalCase renewal = door.open(caseNumber, Act.NOTE_SETTLED);
        if (!renewals.loanSettled(renewal.number(), Actor.staff(door.staff().id()))) {
            throw submissions.notNow(renewal.number());
        }
        return submissions.state(renewal.number());
    }

    @Operation(
            summary = "Notes the signer's answer to changed terms given on paper",
            description = "Before a yes the signed paper is handed in; 422 where it is not there.")
    @PostMapping("/{caseNumber}/terms")
    Submissions.StateAnswer terms(@PathVariable String caseNumber, @RequestBody TermsReply entry) {
        RenewalCase renewal = door.open(caseNumber, Act.NOTE_TERMS);
        Boolean accept = entry.accept();
        if (accept == null) {
            throw Parameters.missing("accept");
        }
        if (accept && renewal.state() == CaseState.AWAITING_TERMS && !renewals.hasTermsPaper(renewal.number())) {
            throw new ProblemException(HttpStatus.UNPROCESSABLE_ENTITY, "terms-paper-missing");
        }
        if (!renewals.answerTerms(
                renewal.number(), accept, Actor.staff(door.staff().id()))) {
            throw submissions.notNow(renewal.number());
        }
        return submissions.state(renewal.number());
    }

    @Operation(summary = "The evidence box", description = "A zip that is checked with sha256sum -c SHA256SUMS.")
    @GetMapping(path = "/{caseNumber}/evidence", produces = "application/zip")
    ResponseEntity<StreamingResponseBody> evidence(@PathVariable String caseNumber) {
        CaseNumber number = door.open(caseNumber).number();
        log.reads(number, AccessLog.What.EVIDENCE_BOX, "");
        return ResponseEntity.ok()
                .contentType(MediaType.parseMediaType("application/zip"))
                .location(URI.create("/api/v1/renewals/" + number + "/evidence"))
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment()
                                .filename("evidence-" + number + ".zip")
                                .build()
                                .toString())
                .body(out -> evidence.write(number, out));
    }
}
