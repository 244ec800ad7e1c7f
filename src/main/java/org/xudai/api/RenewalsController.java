package org.xudai.api;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.io.IOException;
import java.net.URI;
import java.time.Instant;
import java.time.OffsetDateTime;
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
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.mvc.method.annotation.StreamingResponseBody;
import org.xudai.audit.Actor;
import org.xudai.dossier.Channel;
import org.xudai.dossier.Document;
import org.xudai.dossier.Submission;
import org.xudai.evidence.EvidenceBoxes;
import org.xudai.kernel.CaseNumber;
import org.xudai.kernel.FieldProblem;
import org.xudai.kernel.LoanNumber;
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
    private final Uploads uploads;
    private final Downloads downloads;
    private final Submissions submissions;
    private final EvidenceBoxes evidence;

    RenewalsController(
            Renewals renewals,
            CaseDoor door,
            CaseViews views,
            Uploads uploads,
            Downloads downloads,
            Submissions submissions,
            EvidenceBoxes evidence) {
        this.renewals = renewals;
        this.door = door;
        this.views = views;
        this.uploads = uploads;
        this.downloads = downloads;
        this.submissions = submissions;
        this.evidence = evidence;
    }

    record PartyEntry(
            PartyRole role,
            String name,
            @Nullable String residentId,
            @Nullable String mobile,
            @Nullable String email,
            @Nullable String spouseOf,
            @Nullable Boolean actsForSigner) {}

    record OpeningEntry(
            @Nullable String loanNumber, @Nullable List<PartyEntry> parties) {}

    record TermsEntry(boolean accept) {}

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
        List<NewParty> parties = Objects.requireNonNullElse(entry.parties(), List.<PartyEntry>of()).stream()
                .map(RenewalsController::party)
                .toList();
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

    private static NewParty party(PartyEntry entry) {
        return new NewParty(
                entry.role(),
                entry.name(),
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
            @RequestParam(defaultValue = "0") int page,
            @RequestParam(defaultValue = "50") int size) {
        return ListAnswer.of(
                renewals.search(new RenewalQuery(
                        door.scope(),
                        Parameters.choice(CaseState.class, "state", state),
                        Parameters.branch(branch),
                        q,
                        Parameters.page(page),
                        Parameters.size(size))),
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
        return downloads.formPdf(door.open(caseNumber).number(), code);
    }

    @Operation(summary = "Where things are on the pages of that version")
    @GetMapping("/{caseNumber}/forms/{code}/layout")
    LayoutAnswer layout(@PathVariable String caseNumber, @PathVariable String code) {
        return LayoutAnswer.of(
                downloads.form(door.open(caseNumber).number(), code).layout());
    }

    @Operation(
            summary = "Hands in documents on a borrower's behalf",
            description = "The file part repeats for several photos of one document; without a material page codes "
                    + "decide.")
    @PostMapping(path = "/{caseNumber}/documents", consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
    @ResponseStatus(HttpStatus.ACCEPTED)
    Uploads.UploadAnswer upload(
            @PathVariable String caseNumber,
            @RequestParam("file") List<MultipartFile> files,
            @RequestParam(required = false) @Nullable String material,
            @RequestParam(required = false) @Nullable String channel,
            @RequestParam(required = false) @Nullable String from,
            @RequestParam(required = false) @Nullable OffsetDateTime receivedAt)
            throws IOException {
        RenewalCase renewal = door.openToAct(caseNumber);
        if (!renewal.state().isOpen()) {
            throw submissions.notNow(renewal.number());
        }
        Channel way = Objects.requireNonNullElse(Parameters.choice(Channel.class, "channel", channel), Channel.COUNTER);
        if (way == Channel.PORTAL || way == Channel.ISSUED) {
            throw Parameters.invalid("channel", way.name());
        }
        Instant received = receivedAt == null ? null : receivedAt.toInstant();
        return uploads.take(
                renewal,
                new Submission(
                        renewal.number(),
                        Parameters.material(material),
                        way,
                        Actor.staff(door.staff().id()),
                        from,
                        received),
                files);
    }

    @Operation(summary = "A document with its findings")
    @GetMapping("/{caseNumber}/documents/{id}")
    CaseViews.DocumentView document(@PathVariable String caseNumber, @PathVariable String id, Locale locale) {
        CaseNumber number = door.open(caseNumber).number();
        return views.document(downloads.document(number, Parameters.document(id)), true, locale);
    }

    @Operation(summary = "The bytes as received")
    @GetMapping("/{caseNumber}/documents/{id}/content")
    ResponseEntity<Resource> content(
            @PathVariable String caseNumber, @PathVariable String id, @RequestParam(defaultValue = "1") int file)
            throws IOException {
        Document document = downloads.document(door.open(caseNumber).number(), Parameters.document(id));
        return downloads.content(document, file);
    }

    @Operation(summary = "A page as a picture")
    @GetMapping(path = "/{caseNumber}/documents/{id}/pages/{page}.png", produces = MediaType.IMAGE_PNG_VALUE)
    ResponseEntity<Resource> page(@PathVariable String caseNumber, @PathVariable String id, @PathVariable int page)
            throws IOException {
        Document document = downloads.document(door.open(caseNumber).number(), Parameters.document(id));
        return downloads.page(document, page);
    }

    @Operation(summary = "Submits the materials", description = "422 with what is missing.")
    @PostMapping("/{caseNumber}/submit")
    Submissions.StateAnswer submit(@PathVariable String caseNumber) {
        RenewalCase renewal = door.openToAct(caseNumber);
        return submissions.submit(renewal.number(), Actor.staff(door.staff().id()));
    }

    @Operation(summary = "Withdraws the case", description = "409 from the renewal of the entry on.")
    @PostMapping("/{caseNumber}/withdraw")
    Submissions.StateAnswer withdraw(
            @PathVariable String caseNumber,
            @RequestBody(required = false) Submissions.@Nullable WithdrawalEntry entry) {
        RenewalCase renewal = door.openToAct(caseNumber);
        return submissions.withdraw(
                renewal.number(),
                Actor.staff(door.staff().id()),
                entry == null ? new Submissions.WithdrawalEntry("") : entry);
    }

    @Operation(summary = "Notes that the loan was settled elsewhere: ends the case")
    @PostMapping("/{caseNumber}/settled")
    Submissions.StateAnswer settled(@PathVariable String caseNumber) {
        RenewalCase renewal = door.openToAct(caseNumber);
        if (!renewals.loanSettled(renewal.number(), Actor.staff(door.staff().id()))) {
            throw submissions.notNow(renewal.number());
        }
        return submissions.state(renewal.number());
    }

    @Operation(summary = "Notes the signer's answer to changed terms given on paper")
    @PostMapping("/{caseNumber}/terms")
    Submissions.StateAnswer terms(@PathVariable String caseNumber, @RequestBody TermsEntry entry) {
        RenewalCase renewal = door.openToAct(caseNumber);
        if (!renewals.answerTerms(
                renewal.number(), entry.accept(), Actor.staff(door.staff().id()))) {
            throw submissions.notNow(renewal.number());
        }
        return submissions.state(renewal.number());
    }

    @Operation(summary = "The evidence box", description = "A zip that is checked with sha256sum -c SHA256SUMS.")
    @GetMapping(path = "/{caseNumber}/evidence", produces = "application/zip")
    ResponseEntity<StreamingResponseBody> evidence(@PathVariable String caseNumber) {
        CaseNumber number = door.open(caseNumber).number();
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
