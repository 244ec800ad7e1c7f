package org.xudai.tracing;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.tracing.Span;
import io.micrometer.tracing.Tracer;
import jakarta.servlet.ServletException;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.web.servlet.HandlerMapping;
import org.xudai.kernel.CaseNumber;

/** What a collector gets to see of a case, and what it never does. */
class SpansTests {

    private static final CaseNumber CASE = CaseNumber.of(2026, 1187);

    private final SpanCollector collector = new SpanCollector();

    @AfterEach
    void close() {
        collector.close();
    }

    @FunctionalInterface
    private interface Work {
        void with(Spans spans, Tracer tracer) throws IOException, ServletException;
    }

    /** Works on a node that follows so many of a hundred cases, and ends it. */
    private void node(int percent, Work work) throws IOException, ServletException {
        FollowedCases followed = new FollowedCases(percent);
        try (SpanExport export = new SpanExport(collector.endpoint(), Duration.ofSeconds(5), followed)) {
            work.with(new Spans(export.tracer(), followed), export.tracer());
        }
    }

    @Test
    void aStepOfALaterJobIsATraceOfItsOwnLinkedToTheRequestThatAskedForIt() throws Exception {
        AtomicReference<@Nullable String> kept = new AtomicReference<>();
        node(
                100,
                (spans, tracer) -> request(tracer, "/my/materials/licence/upload", () -> {
                    spans.note(CASE, "intake.received");
                    kept.set(spans.origin(CASE));
                }));
        node(100, (spans, tracer) -> step(spans, "Task_InspectDocument", kept.get()));

        SpanCollector.Seen request = only("POST /my/materials/{code}/upload");
        SpanCollector.Seen step = only("Task_InspectDocument");
        assertThat(request.caseNumber()).isEqualTo(CASE.value()).isEqualTo(step.caseNumber());
        assertThat(request.events()).containsExactly("intake.received");
        assertThat(step.parent()).isEmpty();
        assertThat(step.links()).containsExactly(request.id());
        assertThat(step.id()).doesNotStartWith(request.id().split("-", -1)[0]);
        assertThat(step.node()).isNotEqualTo(request.node());
    }

    @Test
    void aStepWithinTheRequestIsAPartOfItsTrace() throws Exception {
        node(
                100,
                (spans, tracer) ->
                        request(tracer, "/api/v1/renewals", () -> step(spans, "Task_CheckEligibility", null)));

        assertThat(only("Task_CheckEligibility").parent())
                .isEqualTo(only("POST /my/materials/{code}/upload").id());
    }

    @Test
    void anAddressATokenAndTheWordsOfAFaultAreNeverSent() throws Exception {
        node(100, (spans, tracer) -> {
            request(tracer, "/i/4fJqzq0Xh2uQm1cWzY7p3A", () -> {});
            try (Spans.Open open = spans.begin(new Spans.Step("Task_InviteParties", CASE, null, Map.of()))) {
                open.failed(new IllegalStateException("no message for 陈志明, 13859912345"));
            }
        });

        assertThat(collector.seen()).hasSize(2);
        assertThat(collector.seen().toString()).doesNotContain("4fJqzq0X", "13859912345", "陈志明");
        assertThat(only("Task_InviteParties").tags()).containsEntry("error.type", "java.lang.IllegalStateException");
    }

    @Test
    void aRequestThatFailsIsAFaultWhateverItsAnswerWasToBe() throws Exception {
        node(100, (spans, tracer) -> {
            try {
                request(tracer, "/my", () -> {
                    throw new IllegalStateException("broken");
                });
            } catch (IllegalStateException e) {
                assertThat(e).hasMessage("broken");
            }
        });

        assertThat(only("POST /my/materials/{code}/upload").tags())
                .containsEntry("http.response.status_code", "500")
                .containsEntry("error.type", "500");
    }

    @Test
    void ofACaseEverythingIsSentOrNothing() throws Exception {
        List<CaseNumber> cases = IntStream.range(1, 1000)
                .mapToObj(number -> CaseNumber.of(2026, number))
                .toList();
        node(
                5,
                (spans, tracer) -> cases.forEach(number -> {
                    for (String name : List.of("Task_IssueForms", "Task_InviteParties")) {
                        Spans.Open open = spans.begin(new Spans.Step(name, number, null, Map.of()));
                        assertThat(spans.origin(number) != null)
                                .isEqualTo(new FollowedCases(5).contain(number.value()));
                        open.close();
                    }
                }));

        List<String> first = cases("Task_IssueForms");
        assertThat(first).hasSizeBetween(20, 90).containsExactlyElementsOf(cases("Task_InviteParties"));
    }

    @Test
    void whatIsNoOriginIsNotFollowed() throws Exception {
        for (String origin : List.of("", "00-zz-1-01", "00-" + "a".repeat(32) + "-" + "b".repeat(16) + "-00")) {
            node(100, (spans, tracer) -> step(spans, "Task_SendReminder", origin));
        }

        assertThat(collector.seen()).hasSize(3).allSatisfy(span -> assertThat(span.links())
                .isEmpty());
    }

    @Test
    void aCollectorThatIsAwayIsNobodysConcern() throws Exception {
        collector.close();

        node(100, (spans, tracer) -> step(spans, "Task_InviteParties", null));

        assertThat(collector.seen()).isEmpty();
    }

    @Test
    void withoutACollectorNothingIsMade() {
        Spans spans = TestSpans.none();

        try (Spans.Open open = spans.begin(new Spans.Step("Task_InviteParties", CASE, null, Map.of()))) {
            open.failed(new IllegalStateException());
            assertThat(spans.origin(CASE)).isNull();
        }

        assertThat(spans.areMade()).isFalse();
        assertThat(new TracingHealth(new TracingSettings(null, 5, Duration.ofSeconds(5)))
                        .health()
                        .getDetails()
                        .toString())
                .contains("no collector is configured");
        assertThat(new TracingHealth(new TracingSettings(
                                URI.create("https://collector:4318/v1/traces"), 5, Duration.ofSeconds(5)))
                        .health()
                        .getDetails())
                .containsEntry("collector", "collector:4318");
    }

    private static void step(Spans spans, String name, @Nullable String origin) {
        try (Spans.Open open = spans.begin(new Spans.Step(name, CASE, origin, Map.of("process.instance", "7")))) {
            assertThat(open).isNotNull();
        }
    }

    private static void request(Tracer tracer, String address, Runnable work) throws IOException, ServletException {
        MockHttpServletRequest request = new MockHttpServletRequest("POST", address);
        new RequestSpans(tracer).doFilter(request, new MockHttpServletResponse(), (asked, answered) -> {
            asked.setAttribute(HandlerMapping.BEST_MATCHING_PATTERN_ATTRIBUTE, "/my/materials/{code}/upload");
            Span current = Objects.requireNonNull(tracer.currentSpan());
            assertThat(current.isNoop()).isFalse();
            work.run();
        });
    }

    private SpanCollector.Seen only(String name) {
        List<SpanCollector.Seen> found = collector.seen().stream()
                .filter(span -> span.name().equals(name))
                .toList();
        assertThat(found).as(name).hasSize(1);
        return found.get(0);
    }

    private List<String> cases(String name) {
        return collector.seen().stream()
                .filter(span -> span.name().equals(name))
                .map(SpanCollector.Seen::caseNumber)
                .sorted()
                .toList();
    }
}
