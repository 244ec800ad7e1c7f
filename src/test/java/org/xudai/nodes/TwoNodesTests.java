package org.xudai.nodes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.xudai.journey.DeskSession;
import org.xudai.testing.Patience;
import org.xudai.tracing.SpanCollector;
import org.xudai.vault.KeySystem;

/** Two processes on one database and one object store: whatever one of them begins, the other goes on with. */
@ExtendWith(Patience.class)
class TwoNodesTests {

    private static final Outside OUTSIDE = new Outside();
    private static final SpanCollector COLLECTOR = new SpanCollector();
    private static final KeySystem KEYS = new KeySystem();
    private static final AtomicInteger TURN = new AtomicInteger();

    private static List<Node> nodes = List.of();

    @BeforeAll
    static void bothStartAtOnceOnAnEmptyDatabase() {
        nodes = List.of(node("first"), node("second"));
        nodes.forEach(Node::ready);
    }

    @AfterAll
    static void theyEnd() {
        nodes.forEach(Node::close);
        OUTSIDE.close();
        COLLECTOR.close();
        KEYS.close();
    }

    /** With its keys in a key management system, and traces for a collector. */
    private static Node node(String name) {
        List<String> more = new ArrayList<>(KEYS.settings());
        more.add("--xudai.tracing.endpoint=" + COLLECTOR.endpoint());
        more.add("--xudai.tracing.percent=100");
        return Node.start(name, OUTSIDE, Node.classPath(), more.toArray(String[]::new));
    }

    private static int turn() {
        return nodes.get(TURN.getAndIncrement() % nodes.size()).port();
    }

    private static Renewal renewal() {
        return new Renewal(Loan.eligible(), TwoNodesTests::turn, OUTSIDE.carrier);
    }

    @Test
    void whoSignedInAtOneNodeIsKnownAtTheOtherAndInItsCockpit() {
        DeskSession here = new DeskSession(nodes.get(0).port(), "admin");
        DeskSession there = here.at(nodes.get(1).port());

        assertThat(there.get("/desk/staff").statusCode()).isEqualTo(200);
        assertThat(there.cockpit("default", "GET", "/process-definition/count", "")
                        .statusCode())
                .isEqualTo(200);

        there.submit("/desk/staff", "/desk/sign-out", "");
        assertThat(here.get("/desk/staff").statusCode())
                .as("signed out at one, signed out at both")
                .isEqualTo(302);
    }

    @Test
    void aRenewalGoesOnAtWhicheverNodeIsAsked() {
        Renewal renewal = renewal();

        renewal.isOpened();
        renewal.borrowerComesIn();
        renewal.borrowerHandsInEverything();
        renewal.everyVerdictIsThere();
        renewal.borrowerSubmits();
        renewal.isInvestigated();
        renewal.isReviewed();
        renewal.isApproved();
        renewal.comesTo("RENEWED");

        assertThat(OUTSIDE.core.renewals(renewal.loan().number())).isEqualTo(1);
        await("he is told").until(() -> OUTSIDE.carrier.sent(renewal.mobile(), "RENEWED") == 1);
        assertThat(OUTSIDE.carrier.sent(renewal.mobile(), "INVITATION")).isEqualTo(1);
    }

    @Test
    void whileTheKeysAreAwayKnownCasesGoOnAndWhatIsNewIsDoneOnceTheyAreBack() {
        Node first = nodes.get(0);
        Renewal known = renewal().at(first::port);
        known.isOpened();
        known.borrowerComesIn();
        List<String> materials = known.materials();
        known.upload(materials.get(0)).ok();
        Renewal later = renewal().at(first::port);
        later.isImported();

        KEYS.isAway(true);
        try {
            known.upload(materials.get(1)).ok();
            later.asksFor();
            await("its first job fails and says why")
                    .until(() -> OUTSIDE.jdbc()
                                    .sql("select count(*) from camunda.act_ru_job where exception_msg_ like ?")
                                    .param("%key management system%")
                                    .query(Long.class)
                                    .single()
                            > 0);
        } finally {
            KEYS.isAway(false);
        }

        later.comesTo("COLLECTING");
        materials.subList(2, materials.size()).forEach(material -> known.upload(material)
                .ok());
        known.everyVerdictIsThere();
        known.borrowerSubmits();
    }

    @Test
    void aCaseIsFollowedFromTheRequestOverStepsAndMessagesToTheVerdict() {
        Renewal renewal = renewal();
        renewal.isOpened();
        renewal.borrowerComesIn();
        renewal.upload(renewal.materials().get(0)).ok();

        SpanCollector.Seen opened = span(renewal, "POST /api/v1/renewals");
        SpanCollector.Seen invited = span(renewal, "Task_InviteParties");
        SpanCollector.Seen told = span(renewal, "notice INVITATION");
        assertThat(invited.links()).containsExactly(opened.id());
        assertThat(told.links()).containsExactly(invited.id());

        SpanCollector.Seen received = span(renewal, "POST /api/v1/my/documents");
        SpanCollector.Seen inspected = span(renewal, "Task_InspectDocument");
        assertThat(received.events()).contains("intake.received");
        assertThat(inspected.links()).containsExactly(received.id());
        assertThat(inspected.parent()).isEmpty();

        assertThat(COLLECTOR.seen().toString())
                .as("who is followed stays unknown")
                .doesNotContain(renewal.mobile(), renewal.loan().number());
    }

    private static SpanCollector.Seen span(Renewal renewal, String name) {
        await(name).until(() -> !COLLECTOR.ofCase(renewal.number(), name).isEmpty());
        return COLLECTOR.ofCase(renewal.number(), name).get(0);
    }

    @Test
    void casesOpenedAtBothNodesAtOnceAreEachInvitedOnce() throws Exception {
        List<Renewal> renewals = new ArrayList<>();
        ExecutorService officers = Executors.newFixedThreadPool(4);
        try {
            List<Future<?>> opening = new ArrayList<>();
            for (int i = 0; i < 12; i++) {
                Renewal renewal = renewal();
                renewals.add(renewal);
                opening.add(officers.submit(renewal::isOpened));
            }
            for (Future<?> one : opening) {
                one.get();
            }
        } finally {
            officers.shutdownNow();
        }

        for (Renewal renewal : renewals) {
            await("the invitation of " + renewal.number())
                    .until(() -> OUTSIDE.carrier.sent(renewal.mobile(), "INVITATION") > 0);
            assertThat(OUTSIDE.carrier.sent(renewal.mobile(), "INVITATION")).isEqualTo(1);
        }
        assertThat(OUTSIDE.carrier.mostCopies())
                .as("no message came twice while nothing failed")
                .isEqualTo(1);
    }

    @Test
    void uploadsThatANodeAcknowledgedBeforeItWasKilledGetTheirVerdictFromTheOther() {
        Renewal renewal = renewal();
        renewal.isOpened();
        renewal.borrowerComesIn();
        List<String> materials = renewal.materials();
        Node third = node("third").ready();
        Renewal there = renewal.at(third::port);

        List<String> acknowledged = new ArrayList<>();
        for (String material : materials) {
            acknowledged.add(there.upload(material).ok().path("documentId").asText());
        }
        String stack = there.handsInAStack();
        await("the first of its pages are read")
                .until(() -> there.stack(stack).path("read").asInt() > 0);
        third.kill();

        renewal.everyVerdictIsThere();
        await("the other node sorts the stack")
                .atMost(Duration.ofMinutes(2))
                .until(() -> renewal.stack(stack).path("state").asText().equals("DONE"));
        assertThat(renewal.stack(stack).at("/counts/BLANK").asInt()).isEqualTo(Renewal.BACKS);
        assertThat(renewal.stack(stack).at("/filings/0/caseNumber").asText()).isEqualTo(renewal.number());
        renewal.everyVerdictIsThere();
        for (String document : acknowledged) {
            assertThat(renewal.staff("li.officer")
                            .get("/api/v1/renewals/" + renewal.number() + "/documents/" + document + "/content")
                            .status())
                    .isEqualTo(200);
        }
        renewal.borrowerSubmits();
        renewal.comesTo("IN_INVESTIGATION");
    }

    @Test
    void aNodeThatIsStoppedEndsSoonAndItsPeopleGoOnAtTheOther() {
        Node third = node("stopped").ready();
        DeskSession officer = new DeskSession(third.port(), "li.officer");

        Duration took = third.stop();

        assertThat(took).isLessThan(Duration.ofSeconds(30));
        assertThat(officer.at(nodes.get(0).port()).get("/desk/worklist").statusCode())
                .isEqualTo(200);
    }
}
