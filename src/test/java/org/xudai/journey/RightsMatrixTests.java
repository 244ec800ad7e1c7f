package org.xudai.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import org.xudai.access.Branch;
import org.xudai.access.Branches;
import org.xudai.access.PartySession;
import org.xudai.access.PartySessions;
import org.xudai.access.Rights;
import org.xudai.access.Role;
import org.xudai.access.StaffDirectory;
import org.xudai.access.StaffMember;
import org.xudai.forms.FormLibrary;
import org.xudai.journey.RightsMatrix.Row;
import org.xudai.kernel.BranchCode;
import org.xudai.kernel.CaseNumber;
import org.xudai.kernel.MaterialCode;
import org.xudai.kernel.StaffId;
import org.xudai.loanbook.LoanImports;
import org.xudai.mailroom.Mailroom;
import org.xudai.mailroom.StackReport;
import org.xudai.renewal.CaseParty;
import org.xudai.renewal.HumanTaskKind;
import org.xudai.renewal.Renewals;
import org.xudai.testing.CaseWorld;
import org.xudai.testing.LoanRows;
import org.xudai.testing.MailWorld;
import org.xudai.testing.RunningXudai;
import org.xudai.testing.ScanStack;

/** Every address of the product, tried by everybody: who may comes in, who may not is kept out and changes nothing. */
@RunningXudai
class RightsMatrixTests {

    private static final BranchCode WUYISHAN = new BranchCode("35070201");
    private static final BranchCode COVERING = new BranchCode("35990007");

    @LocalServerPort
    int port;

    @Autowired
    @Qualifier("requestMappingHandlerMapping")
    RequestMappingHandlerMapping mappings;

    @Autowired
    CaseWorld world;

    @Autowired
    MailWorld mail;

    @Autowired
    Renewals renewals;

    @Autowired
    FormLibrary forms;

    @Autowired
    LoanImports imports;

    @Autowired
    Mailroom mailroom;

    @Autowired
    Branches branches;

    @Autowired
    StaffDirectory staff;

    @Autowired
    Rights rights;

    @Autowired
    PartySessions sessions;

    @Autowired
    JdbcClient jdbc;

    /**
     * Who tries.
     *
     * @param member who he is at the desk, null where he is nobody there
     * @param party who he is in the case, null where he is no party of it
     * @param elsewhere whether he is a party of another case
     */
    private record Trial(
            MatrixCaller caller,
            @Nullable StaffMember member,
            @Nullable CaseParty party,
            boolean elsewhere) {}

    /** What an address has to answer. */
    private enum Expected {
        ANYTHING_WITHOUT_THE_CASE,
        IN,
        SIGN_IN,
        FORBIDDEN,
        NOT_FOUND,
        FORBIDDEN_OR_NOT_FOUND
    }

    @Test
    void everyAddressHasItsRow() {
        Set<String> served = new TreeSet<>();
        mappings.getHandlerMethods().keySet().forEach(mapping -> mapping.getPatternValues()
                .forEach(pattern -> methods(mapping.getMethodsCondition().getMethods())
                        .forEach(method -> served.add(method + " " + pattern))));
        served.removeIf(address -> address.startsWith("GET /dev/"));
        assertThat(served).hasSizeGreaterThan(100);
        assertThat(RightsMatrix.rows().stream().map(Row::mapping).toList())
                .doesNotHaveDuplicates()
                .containsAll(served);
    }

    private static Set<String> methods(Set<RequestMethod> named) {
        return named.isEmpty() ? Set.of("GET") : named.stream().map(Enum::name).collect(Collectors.toSet());
    }

    @Test
    void whoMayComesInAndWhoMayNotChangesNothing() {
        Branch own = branches.find(WUYISHAN).orElseThrow();
        branches.save(new Branch(COVERING, "接替支行", "0599-5550107", "七号路", null));
        branches.save(new Branch(own.code(), own.name(), own.phone(), own.address(), COVERING));
        try {
            tryEverything();
        } finally {
            branches.save(own);
        }
    }

    private void tryEverything() {
        LoanRows loan = LoanRows.eligible().signedBy("陈茂生", "林小红");
        CaseNumber number = world.collecting(loan);
        world.handIn(number, new MaterialCode("application"));
        world.awaitVerdicts(number);
        CaseNumber other = world.collecting(LoanRows.eligible());
        String task = world.task(world.inReview(LoanRows.eligible()), HumanTaskKind.ReviewCase)
                .id();
        member("matrix.cover", COVERING, Role.RELATIONSHIP_MANAGER);
        member("matrix.person", WUYISHAN, Role.HOTLINE);
        Map<String, String> things = things(number, loan, task);
        List<Trial> trials = trials(number, other);

        List<String> leaks = new ArrayList<>();
        String before = standing(number);
        int cells = 0;
        for (boolean in : new boolean[] {false, true}) {
            for (Row row : RightsMatrix.rows()) {
                for (Trial trial : trials) {
                    Expected expected = expected(row, trial);
                    boolean comesIn = expected == Expected.IN;
                    if (comesIn == in) {
                        cells++;
                        leak(row, trial, expected, things).ifPresent(leaks::add);
                    }
                }
            }
            if (!in) {
                assertThat(standing(number))
                        .as("who was kept out changed nothing")
                        .isEqualTo(before);
            }
        }
        System.out.println("rights matrix: " + cells + " cells, " + leaks.size() + " leaks");
        assertThat(leaks).isEmpty();
        assertThat(cells).isGreaterThan(1_500);
    }

    private Optional<String> leak(Row row, Trial trial, Expected expected, Map<String, String> things) {
        String path = row.path(things);
        String body = row.body().replace("\"LOAN\"", "\"" + things.get("loanNumber") + "\"");
        HttpResponse<String> answer = trial.caller().send(row.method(), path, body);
        int status = answer.statusCode();
        String location = answer.headers().firstValue("Location").orElse("");
        boolean toSignIn = status == 302
                && (location.contains("/desk/sign-in") || location.endsWith("/i?ended") || location.endsWith("/i"));
        boolean right =
                switch (expected) {
                    case ANYTHING_WITHOUT_THE_CASE -> status < 500;
                    case IN ->
                        status != 401
                                && status != 403
                                && status < 500
                                && !toSignIn
                                && (status != 404 || mayBeAway(row));
                    case SIGN_IN ->
                        toSignIn
                                || status == 401
                                || (status == 403 && !row.method().equals("GET"));
                    case FORBIDDEN -> status == 403;
                    case NOT_FOUND -> status == 404;
                    case FORBIDDEN_OR_NOT_FOUND -> status == 403 || status == 404;
                };
        boolean shown = trial.party() == null
                && (expected != Expected.IN || trial.elsewhere())
                && !row.pattern().startsWith("/v3/") // its examples are numbers of cases
                && answer.body().contains(Objects.requireNonNull(things.get("caseNumber")));
        return right && !shown
                ? Optional.empty()
                : Optional.of(row.method() + " " + row.pattern() + " by "
                        + trial.caller().name() + ": " + status + " " + location + (shown ? " shows the case" : "")
                        + ", expected " + expected);
    }

    /** Pages that may rightly show nothing to who may see them. */
    private static boolean mayBeAway(Row row) {
        return row.pattern().equals("/my/**")
                || row.pattern().equals("/my/receipt.zip")
                || row.pattern().equals("/my/documents/{id}.pdf")
                || row.pattern().equals("/actuator/prometheus")
                || row.pattern().startsWith("/camunda/");
    }

    private Expected expected(Row row, Trial trial) {
        return switch (row.door()) {
            case OPEN -> Expected.ANYTHING_WITHOUT_THE_CASE;
            case STAFF -> trial.member() == null ? Expected.SIGN_IN : expectedOf(row, trial.member());
            case PARTY -> expectedOfParty(row, trial);
        };
    }

    private Expected expectedOf(Row row, StaffMember member) {
        var act = row.act();
        if (act == null) {
            return Expected.IN;
        }
        boolean reaches = row.thing().isEmpty() || branches.scopeOf(member).covers(WUYISHAN);
        if (act.allowedTo(member)) {
            return reaches && (row.thing().isEmpty() || rights.may(member, act, WUYISHAN))
                    ? Expected.IN
                    : Expected.NOT_FOUND;
        }
        return reaches ? Expected.FORBIDDEN : Expected.FORBIDDEN_OR_NOT_FOUND;
    }

    private static Expected expectedOfParty(Row row, Trial trial) {
        if (trial.elsewhere()) {
            return row.pattern().contains("/documents/{id}") ? Expected.NOT_FOUND : Expected.IN;
        }
        if (trial.party() == null) {
            return Expected.SIGN_IN;
        }
        return Objects.requireNonNull(row.partyAct()).allowedTo(trial.party())
                ? Expected.IN
                : Expected.FORBIDDEN_OR_NOT_FOUND;
    }

    private List<Trial> trials(CaseNumber number, CaseNumber other) {
        List<Trial> trials = new ArrayList<>();
        trials.add(new Trial(MatrixCaller.nobody(port), null, null, false));
        for (String id : List.of(
                "li.officer",
                "wang.reviewer",
                "zhao.approver",
                "wu.head",
                "he.hotline",
                "admin",
                "auditor",
                "chen.officer",
                "matrix.cover")) {
            trials.add(new Trial(MatrixCaller.staff(id, port), world.staff(id), null, false));
        }
        MatrixCaller gone = MatrixCaller.staff("sun.officer", port);
        jdbc.sql("delete from spring_session where principal_name = 'sun.officer'")
                .update();
        trials.add(new Trial(gone, null, null, false));
        for (CaseParty party : renewals.parties(number)) {
            trials.add(new Trial(signedIn(number, party, party.seesAll() ? "contact" : "signer"), null, party, false));
        }
        CaseParty stranger = renewals.parties(other).get(0);
        trials.add(new Trial(signedIn(other, stranger, "party of another case"), null, null, true));
        String ended = sessions.open(new PartySession(number, stranger.party().id()));
        String mine = sessions.open(
                new PartySession(number, renewals.parties(number).get(0).party().id()));
        trials.add(new Trial(MatrixCaller.party("ended party", mine, port), null, null, false));
        sessions.end(mine);
        sessions.end(ended);
        return trials;
    }

    private MatrixCaller signedIn(CaseNumber number, CaseParty party, String name) {
        return MatrixCaller.party(
                name, sessions.open(new PartySession(number, party.party().id())), port);
    }

    private Map<String, String> things(CaseNumber number, LoanRows loan, String task) {
        var application = renewals.checklist(number).stream()
                .filter(line -> line.code().value().equals("application"))
                .findFirst()
                .orElseThrow();
        String document = application.documents().get(0).id().toString();
        Map<String, String> things = new HashMap<>();
        things.put("caseNumber", number.value());
        things.put("number", number.value());
        things.put("loanNumber", loan.number());
        things.put("loans.number", loan.number());
        things.put("code", "application");
        things.put("branches.code", "35990009");
        things.put(
                "version",
                Integer.toString(
                        forms.current(number, "application").orElseThrow().version()));
        things.put("page", "1");
        things.put("step", "1");
        things.put("material", "application");
        things.put("act", "withdraw");
        things.put("token", "4fJqzq0Xh2uQm1cWzY7p3A");
        things.put("party", renewals.parties(number).get(0).party().id().toString());
        things.put("tasks.id", task);
        things.put("staff.id", "matrix.person");
        things.put("renewals.id.document", document);
        things.put("cases.id.document", document);
        things.put("documents.id.document", document);
        String report = imports.latest(1).get(0).id().toString();
        things.put("import.id", report);
        things.put("loans.id", report);
        StackReport stack = mail.sorted(
                new ScanStack().with(ScanStack.paper("small-photo.jpg")).pdf(), world.staff("li.officer"));
        things.put("mailroom.id", stack.id().toString());
        things.put("sheet", stack.sheets().get(0).id().toString());
        return things;
    }

    private void member(String id, BranchCode branch, Role role) {
        staff.save(
                new StaffMember(new StaffId(id), "试用", null, Set.of(role), branch, false, "0599-5550107", null, true),
                "{noop}xudai-demo");
    }

    /** All that could have changed: every act leaves its entry in a chain. Refusals leave one too, which is right. */
    private String standing(CaseNumber number) {
        return jdbc.sql("select count(*) from audit_entry where chain in (?, 'book') and act not like '%forbidden'")
                        .param(number.value())
                        .query(Long.class)
                        .single()
                + " " + world.read(number).state() + " "
                + renewals.checklist(number).stream()
                        .mapToInt(line -> line.documents().size())
                        .sum()
                + " " + branches.all().size();
    }
}
