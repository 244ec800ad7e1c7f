package org.xudai.api;

import com.fasterxml.jackson.databind.JsonNode;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.Resource;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;
import org.xudai.access.CurrentParty;
import org.xudai.audit.Actor;
import org.xudai.dossier.Channel;
import org.xudai.dossier.Submission;
import org.xudai.forms.FormLibrary;
import org.xudai.kernel.FieldProblem;
import org.xudai.kernel.MaterialCode;
import org.xudai.kernel.PartyId;
import org.xudai.renewal.CaseParty;
import org.xudai.renewal.Material;
import org.xudai.renewal.PartyAct;
import org.xudai.renewal.RenewalCase;
import org.xudai.renewal.Renewals;
import org.xudai.web.ProblemException;

/** A party's own case: the link opens it, a code confirms him, a bearer token does the rest. */
@RestController
@RequestMapping("/api/v1/my")
@Tag(name = "My case")
class MyController {

    private final CurrentParty current;
    private final Renewals renewals;
    private final FormLibrary forms;
    private final CaseViews views;
    private final Uploads uploads;
    private final Downloads downloads;
    private final Submissions submissions;

    MyController(
            CurrentParty current,
            Renewals renewals,
            FormLibrary forms,
            CaseViews views,
            Uploads uploads,
            Downloads downloads,
            Submissions submissions) {
        this.current = current;
        this.renewals = renewals;
        this.forms = forms;
        this.views = views;
        this.uploads = uploads;
        this.downloads = downloads;
        this.submissions = submissions;
    }

    record AnswersAnswer(Map<String, String> answers, Map<String, String> problems) {}

    record FrozenAnswer(int version) {}

    record TermsReply(@Nullable Boolean accept) {}

    @Operation(summary = "His case, without staff's data")
    @GetMapping("/case")
    CaseViews.CaseView read(Locale locale) {
        return views.forParty(renewal(), current.require().party(), locale);
    }

    @Operation(summary = "Answers of a form in draft")
    @GetMapping("/forms/{code}/answers")
    AnswersAnswer answers(@PathVariable String code) {
        RenewalCase renewal = withForm(code);
        return new AnswersAnswer(forms.answers(renewal.number(), code), forms.problemsOf(renewal.number(), code));
    }

    @Operation(
            summary = "Saves answers in draft",
            description = "Only the given fields change; what cannot be taken is kept as typed and named.")
    @PutMapping("/forms/{code}/answers")
    AnswersAnswer save(@PathVariable String code, @RequestBody Map<String, JsonNode> entry) {
        RenewalCase renewal = withForm(code);
        if (!renewals.takesDocuments(renewal.number(), new MaterialCode(code))) {
            throw submissions.notNow(renewal.number());
        }
        Map<String, String> problems = forms.saveAnswers(renewal.number(), code, flat(entry));
        return new AnswersAnswer(forms.answers(renewal.number(), code), problems);
    }

    /** Takes {@code {"answers": {…}}} as well as the bare fields; a field is a text, a number, yes or no, or empty. */
    private static Map<String, String> flat(Map<String, JsonNode> entry) {
        JsonNode nested = entry.get("answers");
        Map<String, String> answers = new LinkedHashMap<>();
        if (nested != null && nested.isObject()) {
            nested.properties().forEach(field -> answers.put(field.getKey(), text(field)));
        } else {
            entry.entrySet().forEach(field -> answers.put(field.getKey(), text(field)));
        }
        return answers;
    }

    private static String text(Map.Entry<String, JsonNode> field) {
        JsonNode value = field.getValue();
        if (value == null || value.isNull()) {
            return "";
        }
        boolean storable = !value.isTextual() || Parameters.isStorable(value.textValue());
        if (value.isContainerNode() || !storable) {
            throw new ProblemException(HttpStatus.UNPROCESSABLE_ENTITY, "invalid")
                    .with(List.of(new FieldProblem(field.getKey(), "text-expected", "")));
        }
        return value.isNumber() ? value.decimalValue().toPlainString() : value.asText();
    }

    @Operation(
            summary = "Freezes the answers into a new issued version",
            description = "422 names fields that are missing or wrong.")
    @PostMapping("/forms/{code}/freeze")
    FrozenAnswer freeze(@PathVariable String code) {
        RenewalCase renewal = withForm(code);
        Renewals.Freezing freezing = renewals.freezeForm(renewal.number(), new MaterialCode(code), actor());
        if (freezing instanceof Renewals.Freezing.Frozen frozen) {
            return new FrozenAnswer(frozen.version());
        }
        if (freezing instanceof Renewals.Freezing.Incomplete incomplete) {
            throw new ProblemException(HttpStatus.UNPROCESSABLE_ENTITY, "invalid")
                    .with(incomplete.problems().entrySet().stream()
                            .map(problem -> new FieldProblem(problem.getKey(), problem.getValue(), ""))
                            .toList());
        }
        throw submissions.notNow(renewal.number());
    }

    @Operation(summary = "The current issued version of a form")
    @GetMapping(path = "/forms/{code}", produces = MediaType.APPLICATION_PDF_VALUE)
    ResponseEntity<Resource> form(@PathVariable String code) throws IOException {
        return downloads.formPdf(withForm(code).number(), code);
    }

    @Operation(summary = "Where things are on the pages of that version")
    @GetMapping("/forms/{code}/layout")
    LayoutAnswer layout(@PathVariable String code) {
        return LayoutAnswer.of(downloads.form(withForm(code).number(), code).layout());
    }

    @Operation(summary = "Hands in a document", description = "The file part repeats for several photos of one.")
    @PostMapping(path = "/documents", consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
    @ResponseStatus(HttpStatus.ACCEPTED)
    Uploads.UploadAnswer upload(
            @RequestParam("file") List<MultipartFile> files, @RequestParam(required = false) @Nullable String material)
            throws IOException {
        RenewalCase renewal = renewal();
        MaterialCode code = Parameters.material(material);
        if (code != null) {
            requireOwn(renewal, code);
        }
        if (!renewals.takesDocuments(renewal.number(), code)) {
            throw submissions.notNow(renewal.number());
        }
        return uploads.take(
                renewal, new Submission(renewal.number(), code, Channel.PORTAL, actor(), null, null), files);
    }

    @Operation(summary = "Submits the materials", description = "422 with what is missing.")
    @PostMapping("/submit")
    Submissions.StateAnswer submit() {
        RenewalCase renewal = renewal();
        require(PartyAct.SUBMIT, renewal, "contact-only");
        return submissions.submit(renewal.number(), actor());
    }

    @Operation(summary = "Withdraws the case", description = "409 from the renewal of the entry on.")
    @PostMapping("/withdraw")
    Submissions.StateAnswer withdraw(@RequestBody(required = false) Submissions.@Nullable WithdrawalEntry entry) {
        RenewalCase renewal = renewal();
        require(PartyAct.WITHDRAW, renewal, "contact-only");
        return submissions.withdraw(
                renewal.number(), actor(), entry == null ? new Submissions.WithdrawalEntry("") : entry);
    }

    @Operation(summary = "Answers changed terms; only the signer may")
    @PostMapping("/terms")
    Submissions.StateAnswer terms(@RequestBody TermsReply entry) {
        RenewalCase renewal = renewal();
        require(PartyAct.ANSWER_TERMS, renewal, "signer-only");
        Boolean accept = entry.accept();
        if (accept == null) {
            throw Parameters.missing("accept");
        }
        if (!renewals.answerTerms(renewal.number(), accept, actor())) {
            throw submissions.notNow(renewal.number());
        }
        return submissions.state(renewal.number());
    }

    @Operation(summary = "Asks for a call")
    @PostMapping("/guidance")
    @ResponseStatus(HttpStatus.ACCEPTED)
    Submissions.StateAnswer guidance() {
        RenewalCase renewal = renewal();
        if (!renewals.requestGuidance(renewal.number(), current.require().party(), "")) {
            throw submissions.notNow(renewal.number());
        }
        return submissions.state(renewal.number());
    }

    private RenewalCase renewal() {
        return renewals.find(current.require().caseNumber()).orElseThrow(ProblemException::notFound);
    }

    private Actor actor() {
        return Actor.party(current.require().party());
    }

    private Optional<CaseParty> party(RenewalCase renewal) {
        PartyId id = current.require().party();
        return renewals.parties(renewal.number()).stream()
                .filter(party -> party.party().id().equals(id))
                .findFirst();
    }

    private RenewalCase withForm(String code) {
        RenewalCase renewal = renewal();
        MaterialCode material = Parameters.form(code);
        requireOwn(renewal, material);
        if (forms.current(renewal.number(), code).isEmpty()) {
            throw ProblemException.notFound();
        }
        return renewal;
    }

    /** Parties other than the contact have to do with the lines they sign, and with no others. */
    private void requireOwn(RenewalCase renewal, MaterialCode code) {
        Optional<CaseParty> party = party(renewal);
        Optional<Material> material = renewals.checklist(renewal.number()).stream()
                .filter(line -> line.code().equals(code))
                .findFirst();
        boolean own =
                party.isPresent() && material.isPresent() && PartyAct.HAND_IN.allowedTo(party.get(), material.get());
        if (!own) {
            throw ProblemException.notFound();
        }
    }

    private void require(PartyAct act, RenewalCase renewal, String refusal) {
        if (party(renewal).filter(act::allowedTo).isEmpty()) {
            throw new ProblemException(HttpStatus.FORBIDDEN, refusal);
        }
    }
}
