package org.xudai.api;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.xudai.access.CurrentParty;
import org.xudai.access.PartySession;
import org.xudai.dossier.Document;
import org.xudai.kernel.FieldProblem;
import org.xudai.kernel.MaterialCode;
import org.xudai.kernel.SigningWay;
import org.xudai.renewal.CaseParty;
import org.xudai.renewal.FormSigning;
import org.xudai.renewal.Material;
import org.xudai.renewal.PartyAct;
import org.xudai.renewal.Renewals;
import org.xudai.renewal.SigningStatus;
import org.xudai.signing.Consent;
import org.xudai.signing.Device;
import org.xudai.web.ProblemException;

/** Signing a form on the screen: look at it, ask for a code to one's own number, sign; or decline with a reason. */
@RestController
@RequestMapping("/api/v1/my/forms/{code}/sign")
@Tag(name = "My case")
class MySigningController {

    private static final int LONGEST_REASON = 500;

    private final CurrentParty current;
    private final Renewals renewals;
    private final FormSigning signing;
    private final Consent consent;

    MySigningController(CurrentParty current, Renewals renewals, FormSigning signing, Consent consent) {
        this.current = current;
        this.renewals = renewals;
        this.signing = signing;
        this.consent = consent;
    }

    record ConsentText(int version, String text) {}

    record StandingAnswer(
            boolean offered,
            int version,
            boolean yourTurn,
            boolean complete,
            List<SigningView.Signer> signers,
            ConsentText consent) {}

    record CodeAnswer(String state, int version) {}

    record SignedAnswer(
            String documentId,
            String sha256,
            SigningWay way,
            int version,
            boolean complete,
            List<SigningView.Signer> signers) {}

    record DeclineEntry(@Nullable String reason) {}

    @Operation(
            summary = "Who signs a form on the screen, in which order, and who has",
            description = "404 where the material has no form or nobody signs it.")
    @GetMapping
    StandingAnswer standing(@PathVariable String code, Locale locale) {
        SigningStatus status = status(own(code, PartyAct.FILL_FORMS));
        return new StandingAnswer(
                status.offered(),
                status.version(),
                status.isTurnOf(current.require().party()),
                status.isComplete(),
                SigningView.signers(status),
                new ConsentText(Consent.CURRENT, consent.text(locale)));
    }

    @Operation(
            summary = "Sends the signer a code to sign with, to his own verified number",
            description =
                    "Answers in draft are frozen into a new version first, as long as nobody has signed; the answer"
                            + " says which version the code is for. 409 not in his turn, 422 answers missing, 429 too soon.")
    @PostMapping("/code")
    @ResponseStatus(HttpStatus.ACCEPTED)
    CodeAnswer code(@PathVariable String code) {
        PartySession party = current.require();
        MaterialCode material = own(code, PartyAct.SIGN);
        FormSigning.CodeAnswer answer = signing.requestCode(party.caseNumber(), material, party.party());
        if (answer instanceof FormSigning.CodeAnswer.Sent sent) {
            return new CodeAnswer("SENT", sent.version());
        }
        FormSigning.CodeAnswer.NotSent not = (FormSigning.CodeAnswer.NotSent) answer;
        if (!not.problems().isEmpty()) {
            throw new ProblemException(HttpStatus.UNPROCESSABLE_ENTITY, "invalid")
                    .with(not.problems().entrySet().stream()
                            .map(problem -> new FieldProblem(problem.getKey(), problem.getValue(), ""))
                            .toList());
        }
        throw SigningRefusals.of(not.why());
    }

    @Operation(
            summary = "Signs, drawn or typed, with the code",
            description =
                    "The signed PDF, sealed by the bank, becomes a document of the case. It is accepted once everybody"
                            + " has signed. 403 for whom he does not sign, 409 out of order or another version, 422 a wrong code,"
                            + " an empty drawing or another name, 503 no time stamp to be had.")
    @PostMapping
    SignedAnswer sign(
            @PathVariable String code, @RequestBody SigningEntry entry, HttpServletRequest request, Locale locale) {
        PartySession party = current.require();
        MaterialCode material = own(code, PartyAct.SIGN);
        FormSigning.Answer answer =
                signing.sign(party.caseNumber(), material, party.party(), entry.entry(locale, device(request)));
        if (answer instanceof FormSigning.Answer.Signed signed) {
            Document document = signed.document();
            return new SignedAnswer(
                    document.id().toString(),
                    document.files().get(0).sha256().value(),
                    SigningWay.DRAWN_WITH_CODE,
                    signed.status().version(),
                    signed.status().isComplete(),
                    SigningView.signers(signed.status()));
        }
        throw refused(answer);
    }

    @Operation(
            summary = "Declines to sign, with a reason that all concerned read",
            description = "Nobody else can sign that version on the screen then. Signing after all lifts it.")
    @PostMapping("/decline")
    StandingAnswer decline(@PathVariable String code, @RequestBody DeclineEntry entry, Locale locale) {
        PartySession party = current.require();
        MaterialCode material = own(code, PartyAct.SIGN);
        String reason = entry.reason();
        if (reason == null || reason.isBlank()) {
            throw Parameters.missing("reason");
        }
        if (reason.length() > LONGEST_REASON || !Parameters.isStorable(reason)) {
            throw Parameters.invalid("reason", "text-too-long", Integer.toString(LONGEST_REASON));
        }
        FormSigning.Answer answer = signing.decline(party.caseNumber(), material, party.party(), reason);
        if (answer instanceof FormSigning.Answer.Noted) {
            return standing(code, locale);
        }
        throw refused(answer);
    }

    private static ProblemException refused(FormSigning.Answer answer) {
        return SigningRefusals.of(((FormSigning.Answer.Refused) answer).why());
    }

    private SigningStatus status(MaterialCode material) {
        return signing.status(current.require().caseNumber(), material).orElseThrow(ProblemException::notFound);
    }

    /** A line that he sees; what of it he may not do is 403. */
    private MaterialCode own(String code, PartyAct act) {
        PartySession session = current.require();
        MaterialCode material = Parameters.form(code);
        Optional<CaseParty> party = renewals.parties(session.caseNumber()).stream()
                .filter(one -> one.party().id().equals(session.party()))
                .findFirst();
        Optional<Material> line = renewals.checklist(session.caseNumber()).stream()
                .filter(one -> one.code().equals(material))
                .findFirst();
        boolean seen = party.isPresent() && line.isPresent() && PartyAct.FILL_FORMS.allowedTo(party.get(), line.get());
        if (!seen) {
            throw ProblemException.notFound();
        }
        if (!act.allowedTo(party.get(), line.get())) {
            throw SigningRefusals.of(FormSigning.Refusal.NOT_A_SIGNER);
        }
        return material;
    }

    private static Device device(HttpServletRequest request) {
        String agent = request.getHeader(HttpHeaders.USER_AGENT);
        return new Device(request.getRemoteAddr(), agent == null ? "" : agent);
    }
}
