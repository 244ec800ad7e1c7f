package org.xudai;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.xudai.access.AccessLog;
import org.xudai.access.OneTimeCodes;
import org.xudai.access.Role;
import org.xudai.dossier.Channel;
import org.xudai.dossier.DocumentState;
import org.xudai.kernel.SigningWay;
import org.xudai.loanbook.ContractState;
import org.xudai.loanbook.NumberStanding;
import org.xudai.loanbook.PartyRole;
import org.xudai.mailroom.DiscardReason;
import org.xudai.mailroom.SheetState;
import org.xudai.mailroom.StackState;
import org.xudai.mailroom.TrayReason;
import org.xudai.notices.MessageCarrier;
import org.xudai.notices.NoticeKind;
import org.xudai.renewal.CaseState;
import org.xudai.renewal.FormSigning;
import org.xudai.renewal.HumanTaskKind;
import org.xudai.renewal.MaterialState;
import org.xudai.renewal.OriginalState;
import org.xudai.review.WorkQuery;
import org.xudai.signing.SignatureReport;

/** Keys that are put together from a code: the sentences that each code needs. */
final class MessageFamilies {

    private static final Path RULES = Path.of("bpmn");

    private MessageFamilies() {}

    /** Every key that may be asked for. */
    static Set<String> expected() {
        Set<String> keys = new TreeSet<>();
        states(keys);
        tasks(keys);
        papers(keys);
        people(keys);
        problems(keys);
        acts(keys);
        return keys;
    }

    private static void states(Set<String> keys) {
        family(keys, "state.", CaseState.values());
        family(keys, "act.fact.to.", CaseState.values());
        Stream.of(CaseState.values())
                .filter(state -> state != CaseState.COLLECTING)
                .forEach(state -> family(keys, "portal.state." + state, ".title", ".text"));
        family(keys, "desk.material.", MaterialState.values());
        family(keys, "desk.document.", DocumentState.values());
        family(keys, "portal.document.", DocumentState.values());
        family(keys, "desk.original.", OriginalState.values());
        family(keys, "desk.contract.", ContractState.values());
        family(keys, "mailroom.state.", StackState.values());
        family(keys, "mailroom.sheet.", SheetState.values(), SheetState.READ);
        family(keys, "mailroom.reason.", TrayReason.values());
        family(keys, "mailroom.discard.", DiscardReason.values());
        family(keys, "mailroom.problem.", foundIn("mailroom/StackSorter", "\"([A-Z]+(?:_[A-Z]+)*)\""));
        family(keys, "mailroom.problem.", foundIn("intake/StackSplitter", "\"([A-Z]+(?:_[A-Z]+)+|EMPTY|DAMAGED)\""));
        family(
                keys,
                "mailroom.problem.",
                within(
                        "intake/LocalInspector",
                        "String problem\\(PdfFacts.Active active\\) \\{([^}]*)\\}",
                        "\"([A-Z_]+)\""));
        family(keys, "desk.view.", WorkQuery.View.values());
        family(keys, "portal.sign.", FormSigning.Refusal.values());
        family(keys, "portal.row.", within("portal/TaskRow", "enum State \\{([^}]*)\\}", "([A-Z_]+)"));
    }

    private static void tasks(Set<String> keys) {
        family(keys, "task.", HumanTaskKind.values());
        family(keys, "desk.eyes.", HumanTaskKind.values());
        for (HumanTaskKind kind : HumanTaskKind.values()) {
            family(keys, "outcome.", kind.outcomes());
            family(keys, "act.fact.outcome.", kind.outcomes());
        }
        family(keys, "outcome.", "InvestigateCase.AGREE", "ReviewCase.AGREE", "ReviewCase.RETURN");
        family(keys, "outcome.", "CoInvestigateCase.RETURN", "ApproveCase.RETURN");
        family(keys, "rule.", foundIn("review/TaskRules", "\"([A-Z_]{4,})\""));
        family(keys, "desk.credit.", foundIn("review/Opinions", "\"([A-Z]{4,})\""));
        family(keys, "desk.opinion.", "business", "use", "repaymentSource");
        family(keys, "application.", foundIn("renewal/Applications", "\"(business|use|repaymentSource)\""));
        family(keys, "staff.", foundIn("renewal/[A-Za-z]+", "tellStaff\\([^;]*?\"([a-z-]+)\"\\)"));
        Stream.of(HumanTaskKind.values())
                .filter(kind -> !kind.name().matches(".*(Investigate|Review|Approve).*"))
                .forEach(kind -> family(keys, "staff.", kind.name()));
    }

    /** Codes of the materials that the rules ask for. */
    static Set<String> materials() {
        return output("RequiredMaterials.dmn", "[a-z-]+");
    }

    private static void papers(Set<String> keys) {
        family(keys, "material.", materials());
        family(keys, "reason.", output("RenewalEligibility.dmn", "(?!REASON|NOTE)[A-Z0-9_]+"));
        family(keys, "desk.way.", SigningWay.values());
        family(keys, "desk.reads.", AccessLog.What.values());
        family(keys, "desk.verdict.", SignatureReport.Verdict.values());
        family(keys, "desk.verdict.problem.", SignatureReport.Problem.values());
        family(keys, "desk.verdict.remark.", SignatureReport.Remark.values());
        family(keys, "desk.channel.", Channel.values());
        family(keys, "desk.channel.", MessageCarrier.SMS, MessageCarrier.MAIL);
        family(keys, "desk.notice.", "QUEUED", "SENT", "FAILED", "NOT_CONFIGURED");
        for (String code : foundIn("intake/(?:check/)?(?!WholePicture)[A-Za-z]+", "\"([A-Z]+(?:_[A-Z]+)*)\"")) {
            family(keys, "finding." + code, ".borrower", ".officer");
        }
        family(keys, "correction.", within("desk/[A-Za-z]+", "REASONS = List\\.of\\(([^)]*)\\)", "\"([A-Z_]+)\""));
        family(keys, "correction.", "SHADOW", "TOO_SMALL");
        for (NoticeKind kind : NoticeKind.values()) {
            family(keys, "notice." + kind, ".sms", ".subject", ".mail");
        }
        family(keys, "security.", foundIn("renewal/FormValues", "\"(none|guarantee|mortgage)\""));
    }

    private static void people(Set<String> keys) {
        family(keys, "role.", PartyRole.values());
        family(keys, "desk.role.", Role.values());
        family(keys, "desk.standing.", NumberStanding.values());
        family(keys, "portal.code.", OneTimeCodes.Sending.values(), OneTimeCodes.Sending.SENT);
        family(keys, "portal.code.", OneTimeCodes.Check.values(), OneTimeCodes.Check.ACCEPTED);
    }

    private static void problems(Set<String> keys) {
        Set<String> pages = new TreeSet<>(found("new ProblemException\\(\\s*HttpStatus\\.[A-Z_]+,\\s*\"([a-z-]+)\""));
        pages.addAll(found("\\b(?:answer|refuse)\\([^;\"]*HttpStatus\\.[A-Z_]+,\\s*\"([a-z-]+)\""));
        pages.addAll(found("HttpServletResponse\\.SC_[A-Z_]+,\\s*\"([a-z-]+)\""));
        pages.addAll(found("UnreadableFile\\(\"([a-z-]+)\""));
        pages.addAll(foundIn("(web/ErrorPages|api/UnreadableRequest)", "(?:->|Exception \\?) \"([a-z-]+)\""));
        pages.forEach(code -> family(keys, "problem." + code, ".title", ".detail"));
        Stream.of(
                        FormSigning.Refusal.NOT_OFFERED,
                        FormSigning.Refusal.NOT_YET,
                        FormSigning.Refusal.ALREADY_SIGNED,
                        FormSigning.Refusal.DECLINED,
                        FormSigning.Refusal.VERSION_REPLACED,
                        FormSigning.Refusal.ANSWERS_MISSING)
                .forEach(refusal -> family(keys, "problem." + signing(refusal), ".title", ".detail"));
        Stream.of(
                        FormSigning.Refusal.CONSENT_MISSING,
                        FormSigning.Refusal.DRAWING_EMPTY,
                        FormSigning.Refusal.DRAWING_TOO_LARGE,
                        FormSigning.Refusal.NAME_DIFFERS)
                .forEach(refusal -> family(keys, "problem.", signing(refusal)));
        family(keys, "problem.", found("new FieldProblem\\(\\s*[^,;]+,\\s*\"([a-z-]+)\""));
        family(keys, "problem.", foundIn("access/StaffRules", "\\bproblem\\(\"[A-Za-z]+\", \"([a-z-]+)\"\\)"));
        family(
                keys,
                "problem.",
                foundIn("api/[A-Za-z]+", "\\binvalid\\([^;\"]*(?:\"[A-Za-z]+\", )?\"([a-z]+-[a-z-]+)\""));
        family(keys, "problem.", foundIn("api/UnreadableRequest", "return \"([a-z-]+)\";"));
        family(
                keys,
                "problem.",
                foundIn(
                        "loanbook/(RowReader|PartyFileReader|LoanFileImport)",
                        "\"([a-z]+(?:-[a-z]+)*-(?:wrong|unknown|twice|amount|issue|missing))\""));
        Set<String> answers = new TreeSet<>(foundIn("forms/[A-Za-z]+", "Optional\\.of\\([^;]*?\"([a-z-]+)\""));
        answers.addAll(foundIn("forms/[A-Za-z]+", "-> \"([a-z]+-[a-z-]+)\";"));
        family(keys, "problem.", answers);
        family(keys, "answer.", answers);
    }

    private static String signing(FormSigning.Refusal refusal) {
        return "sign-" + refusal.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private static void acts(Set<String> keys) {
        family(keys, "act.", found("String act\\(\\) \\{\\s*return \"([a-z]+\\.[a-z-]+)\";"));
        family(keys, "act.", foundIn("access/[A-Za-z]+", "\"(access\\.[a-z-]+)\""));
        Stream.of("", "signing-")
                .forEach(signing ->
                        family(keys, "act.access." + signing, foundIn("access/CodeTable", "\"(code-[a-z]+)\"")));
        Map.of(
                        "new CaseEvent|CaseEvent\\.of", "renewal",
                        "handled", "review",
                        "new SheetsInCase", "mailroom",
                        "new InvitationEvent|InvitationEvent\\.of", "access")
                .forEach((event, module) ->
                        family(keys, "act." + module + ".", found("(?:" + event + ")\\(\\s*[^;\"]*?\"([a-z-]+)\"")));
    }

    private static void family(Set<String> keys, String prefix, Collection<String> codes) {
        if (codes.isEmpty()) {
            throw new AssertionError("no code of " + prefix + " was found: the guard looks at nothing");
        }
        codes.forEach(code -> keys.add(prefix + code));
    }

    private static void family(Set<String> keys, String prefix, String... codes) {
        family(keys, prefix, List.of(codes));
    }

    private static void family(Set<String> keys, String prefix, Enum<?>[] codes) {
        family(keys, prefix, Arrays.stream(codes).map(Enum::name).toList());
    }

    private static void family(Set<String> keys, String prefix, Enum<?>[] codes, Enum<?> but) {
        family(
                keys,
                prefix,
                Arrays.stream(codes).filter(code -> code != but).map(Enum::name).toList());
    }

    /** What a pattern names anywhere in the product's sources. */
    private static Set<String> found(String pattern) {
        return foundIn(".*", pattern);
    }

    /** What a pattern names inside of what another one finds. */
    private static Set<String> within(String files, String outer, String pattern) {
        Set<String> codes = new LinkedHashSet<>();
        for (String part : foundIn(files, outer)) {
            Pattern.compile(pattern).matcher(part).results().forEach(hit -> codes.add(hit.group(1)));
        }
        return codes;
    }

    private static Set<String> foundIn(String files, String pattern) {
        Pattern name = Pattern.compile("org/xudai/" + files + "\\.java");
        List<String> codes = new ArrayList<>();
        Bundles.sources().forEach((file, text) -> {
            if (name.matcher(file.toString()).matches()) {
                Pattern.compile(pattern).matcher(text).results().forEach(hit -> codes.add(hit.group(1)));
            }
        });
        return new LinkedHashSet<>(codes);
    }

    /** Texts of the output entries of a decision table. */
    private static Set<String> output(String table, String code) {
        Set<String> codes = new LinkedHashSet<>();
        Pattern.compile("<outputEntry[^>]*><text>\"(" + code + ")\"</text>")
                .matcher(Bundles.read(RULES.resolve(table)))
                .results()
                .forEach(hit -> codes.add(hit.group(1)));
        return codes;
    }
}
