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
    private volatile Doing doing = Doing.LOOKING;

    /** {@code closing}: no new renewal is begun, what is under way is brought to its end. */
    Lane(IntSupplier node, Outside outside, AtomicBoolean closing, Ledger ledger) {
        this.node = node;
        this.outside = outside;
        this.closing = closing;
        this.ledger = ledger;
    }

    /** What a person is at. */
    enum Doing {
        LOOKING,
        OPENING,
        COMING_IN,
        UPLOADING,
        SUBMITTING,
        INVESTIGATING,
        REVIEWING,
        APPROVING,
        RENEWING
    }

    /** What this person is at now. */
    Doing doing() {
        return doing;
    }

    @Override
    public void run() {
        while (!closing.get() && !Thread.currentThread().isInterrupted()) {
            bringToItsEnd(new Renewal(Loan.eligible(), node, outside.carrier));
        }
    }

    /** Goes on with a renewal from wherever it stands. */
    void bringToItsEnd(Renewal renewal) {
        Map<String, Boolean> handedIn = new HashMap<>();
        while (!Thread.currentThread().isInterrupted()) {
            if (step(renewal, handedIn)) {
                ledger.ended(renewal);
                return;
            }
            pause();
        }
    }

    /** One act, whatever becomes of it; true at the end of the renewal. */
    private boolean step(Renewal renewal, Map<String, Boolean> handedIn) {
        try {
            if (renewal.number().isEmpty()) {
                doing = Doing.OPENING;
                renewal.opens();
                if (!renewal.number().isEmpty()) {
                    ledger.opened(renewal);
                }
                return false;
            }
            String state = renewal.state();
            doing = switch (state) {
                case "IN_INVESTIGATION" -> Doing.INVESTIGATING;
                case "IN_REVIEW" -> Doing.REVIEWING;
                case "IN_APPROVAL" -> Doing.APPROVING;
                case "RENEWING" -> Doing.RENEWING;
                default -> Doing.LOOKING;
            };
            switch (state) {
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
            ledger.interrupted(doing);
        } catch (Api.Failed e) {
            if (e.status() >= SERVER_ERROR && e.status() != NOT_NOW) {
                ledger.unclear(e);
            } else {
                ledger.interrupted(doing);
            }
        }
        return false;
    }

    private void collects(Renewal renewal, Map<String, Boolean> handedIn) {
        if (!renewal.isIn()) {
            doing = Doing.COMING_IN;
            renewal.borrowerComesIn();
            return;
        }
        boolean waiting = false;
        for (JsonNode line : renewal.borrower().get("/api/v1/my/case").ok().path("checklist")) {
            String material = line.path("code").asText();
            if (handedIn.putIfAbsent(material, false) == null || !handedIn.getOrDefault(material, false)) {
                doing = Doing.UPLOADING;
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
            doing = Doing.SUBMITTING;
            renewal.borrowerSubmits();
        }
    }

    private static void pause() {
        await().pollDelay(BREATH).until(() -> true);
    }
}
