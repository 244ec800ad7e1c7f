package org.xudai.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.InputStream;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.springframework.context.ApplicationContext;
import org.xudai.access.PartySession;
import org.xudai.access.PartySessions;
import org.xudai.dossier.Document;
import org.xudai.dossier.Dossier;
import org.xudai.forms.FormLibrary;
import org.xudai.kernel.CaseNumber;
import org.xudai.kernel.DocumentId;
import org.xudai.kernel.MaterialCode;
import org.xudai.kernel.StaffId;
import org.xudai.loanbook.NewParty;
import org.xudai.loanbook.Parties;
import org.xudai.loanbook.Party;
import org.xudai.loanbook.PartyRole;
import org.xudai.notices.OutgoingMessage;
import org.xudai.renewal.CaseParty;
import org.xudai.renewal.Renewals;
import org.xudai.signing.ExpectedPaper;
import org.xudai.signing.SignatureCheck;
import org.xudai.signing.SignatureReport;
import org.xudai.signing.TrustMaterial;
import org.xudai.testing.CaseWorld;
import org.xudai.testing.LoanRows;
import org.xudai.testing.MovableClock;
import org.xudai.testing.TestOutbox;

/** One case with its signers, each with an API of his own. */
final class SigningStage {

    static final String DRAWN = "[[{\"x\": 12, \"y\": 40}, {\"x\": 60, \"y\": 22}, {\"x\": 90, \"y\": 51}]]";
    static final String APPLICATION = "/api/v1/my/forms/application";
    static final String RESOLUTION = "/api/v1/my/forms/shareholder-resolution";

    private final int port;
    private final CaseWorld world;
    private final Renewals renewals;
    private final Parties parties;
    private final PartySessions sessions;
    private final FormLibrary forms;
    private final Dossier dossier;
    private final TestOutbox.Sent sent;
    private final Clock clock;
    private CaseNumber number = CaseNumber.of(2026, 1);

    SigningStage(ApplicationContext context, int port) {
        this.port = port;
        this.world = context.getBean(CaseWorld.class);
        this.renewals = context.getBean(Renewals.class);
        this.parties = context.getBean(Parties.class);
        this.sessions = context.getBean(PartySessions.class);
        this.forms = context.getBean(FormLibrary.class);
        this.dossier = context.getBean(Dossier.class);
        this.sent = context.getBean(TestOutbox.Sent.class);
        this.clock = context.getBean(Clock.class);
    }

    /** A stage after the pause between two codes that a test before may have asked for. */
    static SigningStage aMinuteLater(ApplicationContext context, int port) {
        context.getBean(MovableClock.class).advance(Duration.ofMinutes(2));
        return new SigningStage(context, port);
    }

    CaseNumber number() {
        return number;
    }

    /** A case that collects. */
    void collecting(LoanRows loan) {
        number = world.collecting(loan);
    }

    List<OutgoingMessage> messages() {
        return sent.of(number.value());
    }

    void aCompanyWithThreeShareholders() {
        number = world.collecting(
                LoanRows.eligible().ofSize("小型").of("2000000.00"),
                shareholder("丁一", "19900000201"),
                shareholder("王二", "19900000202"),
                shareholder("赵三", "19900000203"));
        verified();
    }

    static NewParty shareholder(String name, String mobile) {
        return new NewParty(PartyRole.SHAREHOLDER, name, null, mobile, null, null, false);
    }

    /** Two officers have called every number back. */
    void verified() {
        people().stream()
                .filter(party -> !party.standing().mayConfirmSignature() && party.mobile() != null)
                .forEach(party -> {
                    parties.noteCallBack(party.id(), Objects.requireNonNull(party.mobile()), new StaffId("li.officer"));
                    assertThat(parties.confirmNumber(party.id(), new StaffId("sun.officer")))
                            .isTrue();
                });
    }

    List<Party> people() {
        return renewals.parties(number).stream().map(CaseParty::party).toList();
    }

    Api as(String name) {
        Party party = people().stream()
                .filter(one -> one.name().equals(name))
                .findFirst()
                .orElseThrow();
        return Api.asParty(port, sessions.open(new PartySession(number, party.id())));
    }

    static void fillsInTheApplication(Api borrower) {
        borrower.put(
                        "/api/v1/my/forms/application/answers",
                        "{\"amount\": \"280,000\", \"termMonths\": \"12\", \"use\": \"采购秋茶\","
                                + " \"business\": \"茶叶种植与销售\", \"repaymentSource\": \"茶叶销售收入\"}")
                .ok();
    }

    void fillsInTheResolution(Api contact) {
        contact.put(
                        RESOLUTION + "/answers",
                        "{\"meetingDate\": \"2026-11-22\", \"meetingForm\": \"现场会议\", \"meetingPlace\": \"公司会议室\","
                                + " \"due\": \"3\", \"present\": \"3\", \"votes\": \"100\", \"votesFor\": \"100\","
                                + " \"limitMonths\": \"12\", \"share1\": \"40\", \"share2\": \"30\", \"share3\": \"30\"}")
                .ok();
        assertThat(forms.problemsOf(number, "shareholder-resolution")).isEmpty();
    }

    JsonNode signs(Api signer, String begun) {
        String code = code(signer, RESOLUTION);
        return signer.post(RESOLUTION + "/sign", begun + "\"consent\": true, \"code\": \"" + code + "\"}")
                .ok();
    }

    /** The code that was sent to him to sign with. */
    String code(Api signer, String form) {
        long before = sent.of(number.value()).stream()
                .filter(message -> message.code() != null)
                .count();
        assertThat(signer.post(form + "/sign/code", "").status()).isEqualTo(202);
        await().atMost(Duration.ofSeconds(60))
                .until(() -> sent.of(number.value()).stream()
                                .filter(message -> message.code() != null)
                                .count()
                        > before);
        return sent.code(number.value()).orElseThrow();
    }

    static String other(String code) {
        return code.equals("000000") ? "000001" : "000000";
    }

    static String refusal(Api signer, String body) {
        Api.Answer answer = signer.post("/api/v1/my/forms/application/sign", body);
        assertThat(answer.status()).isEqualTo(422);
        return answer.json().path("errors").get(0).path("field").asText();
    }

    static JsonNode standing(Api party, String form) {
        return party.get("/api/v1/my/forms/" + form + "/sign").ok();
    }

    static JsonNode line(Api party, String code) {
        for (JsonNode line : party.get("/api/v1/my/case").ok().path("checklist")) {
            if (line.path("code").asText().equals(code)) {
                return line;
            }
        }
        throw new AssertionError("no line " + code);
    }

    /** Newest first. */
    List<Document> documents(String material) {
        return renewals.checklist(number).stream()
                .filter(line -> line.code().equals(new MaterialCode(material)))
                .flatMap(line -> line.documents().stream())
                .map(received -> received.document())
                .toList();
    }

    static DocumentId document(JsonNode signed) {
        return new DocumentId(UUID.fromString(signed.path("documentId").asText()));
    }

    byte[] bytes(DocumentId document) throws IOException {
        try (InputStream in =
                dossier.open(dossier.find(document).orElseThrow().files().get(0), 0)) {
            return in.readAllBytes();
        }
    }

    SignatureReport check(byte[] pdf, int signatures) {
        return new SignatureCheck(TrustMaterial.NONE)
                .check(
                        pdf,
                        new ExpectedPaper(signatures, List.of()),
                        clock.instant().plusSeconds(60));
    }
}
