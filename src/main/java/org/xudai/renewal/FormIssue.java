package org.xudai.renewal;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.xudai.audit.Actor;
import org.xudai.dossier.Document;
import org.xudai.dossier.Dossier;
import org.xudai.forms.FilledForm;
import org.xudai.forms.FormLibrary;
import org.xudai.kernel.CaseNumber;
import org.xudai.kernel.MaterialCode;
import org.xudai.kernel.PartyId;
import org.xudai.kernel.Sha256;
import org.xudai.kernel.SigningWay;
import org.xudai.loanbook.Borrower;
import org.xudai.loanbook.FirmSize;
import org.xudai.loanbook.LoanBook;
import org.xudai.loanbook.Party;
import org.xudai.loanbook.PartyRole;

/** Makes the checklist of a case by the rules, and its forms filled with what the bank knows. */
@Component
class FormIssue {

    private final CaseTable cases;
    private final MaterialTable materials;
    private final CaseParties parties;
    private final LoanBook loans;
    private final CaseRules rules;
    private final FormLibrary forms;
    private final FormValues values;
    private final Dossier dossier;
    private final RenewalSettings settings;
    private final ApplicationEventPublisher events;

    FormIssue(
            CaseTable cases,
            MaterialTable materials,
            CaseParties parties,
            LoanBook loans,
            CaseRules rules,
            FormLibrary forms,
            FormValues values,
            Dossier dossier,
            RenewalSettings settings,
            ApplicationEventPublisher events) {
        this.cases = cases;
        this.materials = materials;
        this.parties = parties;
        this.loans = loans;
        this.rules = rules;
        this.forms = forms;
        this.values = values;
        this.dossier = dossier;
        this.settings = settings;
        this.events = events;
    }

    void issueAll(CaseNumber number) {
        List<Party> all = parties.of(number);
        List<CaseRules.MaterialRule> needed = rules.materials(facts(number, all));
        int position = 0;
        for (CaseRules.MaterialRule rule : needed) {
            materials.insert(number, ++position, line(all, rule));
        }
        Map<String, String> bound = values.of(number);
        List<String> hashes = new ArrayList<>();
        for (CaseRules.MaterialRule rule : needed) {
            String code = rule.code().value();
            if (forms.template(code).isPresent() && forms.current(number, code).isEmpty()) {
                Sha256 hash = issue(number, rule.code(), 1, bound, Map.of(), Actor.system("forms"));
                hashes.add(hash.value());
            }
        }
        events.publishEvent(CaseEvent.of(
                number,
                "forms-issued",
                Actor.system("forms"),
                Map.of(
                        "materials",
                        needed.stream().map(rule -> rule.code().value()).collect(Collectors.joining(",")),
                        "sha256",
                        String.join(",", hashes))));
    }

    /** Fills and stores a version and records it as issued; gives the hash of its bytes. */
    Sha256 issue(
            CaseNumber number,
            MaterialCode code,
            int version,
            Map<String, String> bound,
            Map<String, String> answers,
            Actor by) {
        FilledForm filled = forms.fill(number, code.value(), version, bound, answers);
        Document document = dossier.issue(
                number, code, code.value() + "-v" + version + ".pdf", "application/pdf", filled.pdf(), by);
        forms.recordIssue(number, filled, document.id(), bound, answers);
        return document.files().get(0).sha256();
    }

    Map<String, String> bound(CaseNumber number) {
        return values.of(number);
    }

    private CaseRules.CaseFacts facts(CaseNumber number, List<Party> all) {
        RenewalCase renewal = cases.get(number);
        Borrower borrower = loans.find(renewal.loans().get(0)).orElseThrow().borrower();
        boolean company = borrower.size() != FirmSize.SELF_EMPLOYED && borrower.size() != FirmSize.FARMER;
        return new CaseRules.CaseFacts(
                company,
                renewal.balance(),
                all.stream().anyMatch(p -> p.is(PartyRole.GUARANTOR) || p.is(PartyRole.MORTGAGOR)),
                all.stream().anyMatch(p -> p.is(PartyRole.CONTACT) && p.actsForSigner()));
    }

    private MaterialTable.Line line(List<Party> all, CaseRules.MaterialRule rule) {
        List<PartyId> signers = rule.signers().stream()
                .flatMap(role -> inOrder(all, role))
                .map(Party::id)
                .distinct()
                .toList();
        Set<SigningWay> ways = new HashSet<>(rule.ways());
        ways.retainAll(settings.offeredWays());
        return new MaterialTable.Line(
                rule.code(),
                rule.required(),
                signers,
                ways,
                rule.original() ? OriginalState.OUTSTANDING : OriginalState.NOT_NEEDED,
                0,
                null);
    }

    /** People of a role; each guarantor or mortgagor is followed by his spouse. */
    private static Stream<Party> inOrder(List<Party> all, PartyRole role) {
        return all.stream()
                .filter(party -> party.is(role))
                .flatMap(party -> Stream.concat(
                        Stream.of(party),
                        all.stream()
                                .filter(other -> other.spouseOf() != null
                                        && other.spouseOf().equals(party.id()))));
    }
}
