package org.xudai.nodes;

import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.IntSupplier;
import org.awaitility.core.ConditionTimeoutException;
import org.xudai.journey.Api;

/**
 * People at work while things break: one renewal after the other, each act tried as a person would, who looks where the
 * case stands and goes on from there.
 */
final class Lane implements Runnable {

    private static final Duration BREATH = Duration.ofMillis(100);
    private static final int SERVER_ERROR = 500;
    private static final int NOT_NOW = 503;

    private final IntSupplier node;
    private final Outside outside;
    private final AtomicBoolean closing;
    private final Ledger ledger;

    /** {@code closing}: no new renewal is begun, what is under way is brought to its end. */
    Lane(IntSupplier node, Outside outside, AtomicBoolean closing, Ledger ledger) {
        this.node = node;
        this.outside = outside;
        this.closing = closing;
        this.ledger = ledger;
    }

    @Override
    public void run() {
        while (!closing.get() && !Thread.currentThread().isInterrupted()) {
            Renewal renewal = new Renewal(Loan.eligible(), node, outside.carrier);
            Map<String, Boolean> handedIn = new HashMap<>();
            while (!Thread.currentThread().isInterrupted() && !step(renewal, handedIn)) {
                pause();
            }
            ledger.ended(renewal);
        }
    }

    /** One act, whatever becomes of it; true at the end of the renewal. */
    private boolean step(Renewal renewal, Map<String, Boolean> handedIn) {
        try {
            if (renewal.number().isEmpty()) {
                renewal.opens();
                if (!renewal.number().isEmpty()) {
                    ledger.opened(renewal);
                }
                return false;
            }
            switch (renewal.state()) {
                case "COLLECTING" -> collects(renewal, handedIn);
                case "IN_INVESTIGATION" -> renewal.isInvestigated();
                case "IN_REVIEW" -> renewal.isReviewed();
                case "IN_APPROVAL" -> renewal.isApproved();
                case "RENEWED" -> {
                    return true;
                }
                default -> {
                    // the process is at work
                }
            }
        } catch (UncheckedIOException | ConditionTimeoutException e) {
            ledger.interrupted();
        } catch (Api.Failed e) {
            if (e.status() >= SERVER_ERROR && e.status() != NOT_NOW) {
                ledger.unclear(e);
            } else {
                ledger.interrupted();
            }
        }
        return false;
    }

    private void collects(Renewal renewal, Map<String, Boolean> handedIn) {
        if (!renewal.isIn()) {
            renewal.borrowerComesIn();
            return;
        }
        boolean waiting = false;
        for (JsonNode line : renewal.borrower().get("/api/v1/my/case").ok().path("checklist")) {
            String material = line.path("code").asText();
            if (handedIn.putIfAbsent(material, false) == null || !handedIn.getOrDefault(material, false)) {
                JsonNode answer = renewal.upload(material).ok();
                handedIn.put(material, true);
                ledger.acknowledged(
                        renewal,
                        answer.path("documentId").asText(),
                        answer.path("sha256").path(0).asText());
                return;
            }
            for (JsonNode document : line.path("documents")) {
                String state = document.path("state").asText();
                waiting |= state.equals("RECEIVED") || state.equals("INSPECTING");
            }
        }
        if (!waiting) {
            renewal.borrowerSubmits();
        }
    }

    private static void pause() {
        await().pollDelay(BREATH).until(() -> true);
    }
}
