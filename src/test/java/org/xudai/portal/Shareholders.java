package org.xudai.portal;

import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import org.springframework.context.ApplicationContext;
import org.xudai.access.PartySession;
import org.xudai.access.PartySessions;
import org.xudai.kernel.CaseNumber;
import org.xudai.kernel.StaffId;
import org.xudai.loanbook.NewParty;
import org.xudai.loanbook.Parties;
import org.xudai.loanbook.Party;
import org.xudai.loanbook.PartyRole;
import org.xudai.renewal.CaseParty;
import org.xudai.renewal.Renewals;
import org.xudai.testing.CaseWorld;
import org.xudai.testing.LoanRows;
import org.xudai.testing.TestOutbox;

/** A company whose three shareholders sign its resolution, one after the other. */
final class Shareholders {

    static final String RESOLUTION = "shareholder-resolution";

    private final int port;
    private final Borrowers borrowers;
    private final Renewals renewals;
    private final Parties parties;
    private final PartySessions sessions;
    private final TestOutbox.Sent sent;
    private final CaseNumber number;

    private Shareholders(ApplicationContext context, int port, CaseNumber number) {
        this.port = port;
        this.borrowers = context.getBean(Borrowers.class);
        this.renewals = context.getBean(Renewals.class);
        this.parties = context.getBean(Parties.class);
        this.sessions = context.getBean(PartySessions.class);
        this.sent = context.getBean(TestOutbox.Sent.class);
        this.number = number;
    }

    /** Their case: every number was called back, and the resolution is filled in. */
    static Shareholders ofACompany(ApplicationContext context, int port) {
        CaseNumber number = context.getBean(CaseWorld.class)
                .collecting(
                        LoanRows.eligible().ofSize("小型").of("2000000.00"),
                        shareholder("丁一", "19900000301"),
                        shareholder("王二", "19900000302"),
                        shareholder("赵三", "19900000303"));
        Shareholders shareholders = new Shareholders(context, port, number);
        shareholders.verified();
        shareholders.fillIn();
        return shareholders;
    }

    private static NewParty shareholder(String name, String mobile) {
        return new NewParty(PartyRole.SHAREHOLDER, name, null, mobile, null, null, false);
    }

    private void verified() {
        for (CaseParty one : renewals.parties(number)) {
            Party party = one.party();
            if (!party.standing().mayConfirmSignature()) {
                parties.noteCallBack(party.id(), Objects.requireNonNull(party.mobile()), new StaffId("li.officer"));
                parties.confirmNumber(party.id(), new StaffId("sun.officer"));
            }
        }
    }

    private void fillIn() {
        Visitor contact = Visitor.signedIn(port, sessions, borrowers.of(number));
        contact.submit(
                "/my/forms/shareholder-resolution/1",
                "/my/forms/shareholder-resolution/3",
                Map.of(
                        "meetingDate", "2026-11-22",
                        "meetingForm", "现场会议",
                        "meetingPlace", "公司会议室",
                        "due", "3",
                        "present", "3",
                        "votes", "100",
                        "votesFor", "100",
                        "limitMonths", "12"));
        contact.submit("/my/forms/shareholder-resolution/check", "/my/forms/shareholder-resolution/freeze", Map.of());
    }

    CaseNumber number() {
        return number;
    }

    /** One of them, or the signer of the application, at his own door. */
    PartySession of(String name) {
        return renewals.parties(number).stream()
                .map(CaseParty::party)
                .filter(party -> party.name().equals(name))
                .findFirst()
                .map(party -> new PartySession(number, party.id()))
                .orElseThrow();
    }

    /** He signs by typing his name, at his own door. */
    void signs(String name) {
        Visitor signer = Visitor.signedIn(port, sessions, of(name));
        String page = "/my/materials/" + RESOLUTION + "/sign";
        long before = codes();
        signer.submit(page, page + "/code", Map.of());
        await().atMost(Duration.ofSeconds(60)).until(() -> codes() > before);
        signer.submit(
                page,
                page,
                Map.of(
                        "version",
                        signer.get(page).field("version"),
                        "mode",
                        "TYPED",
                        "name",
                        name,
                        "one-time",
                        sent.code(number.value()).orElseThrow(),
                        "agreed",
                        "1"));
    }

    /** He does not sign, and says why. */
    void declines(String name, String reason) {
        String page = "/my/materials/" + RESOLUTION + "/sign";
        Visitor.signedIn(port, sessions, of(name)).submit(page, page + "/decline", Map.of("reason", reason));
    }

    private long codes() {
        return sent.of(number.value()).stream()
                .filter(message -> message.code() != null)
                .count();
    }
}
