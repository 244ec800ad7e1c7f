package org.xudai.nodes;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.xudai.journey.Api;

/** What people were promised while things broke; compared at the end with what is there. */
final class Ledger {

    private final List<Renewal> opened = new ArrayList<>();
    private final List<Renewal> ended = new ArrayList<>();
    private final List<Upload> uploads = new ArrayList<>();
    private final List<String> unclear = new ArrayList<>();
    private final Map<Lane.Doing, Integer> interruptions = new EnumMap<>(Lane.Doing.class);

    /** An upload that was acknowledged, with the hash of the bytes that were sent. */
    record Upload(Renewal renewal, String document, String sha256) {}

    synchronized void opened(Renewal renewal) {
        opened.add(renewal);
    }

    synchronized void ended(Renewal renewal) {
        ended.add(renewal);
    }

    synchronized void acknowledged(Renewal renewal, String document, String sha256) {
        uploads.add(new Upload(renewal, document, sha256));
    }

    /** An act that ended without an answer, or with one that says to come again. */
    synchronized void interrupted(Lane.Doing doing) {
        interruptions.merge(doing, 1, Integer::sum);
    }

    /** An answer that tells nobody what to do next. */
    synchronized void unclear(Api.Failed answer) {
        unclear.add(answer.getMessage());
    }

    synchronized List<Renewal> opened() {
        return List.copyOf(opened);
    }

    synchronized List<Renewal> ended() {
        return List.copyOf(ended);
    }

    synchronized List<Upload> uploads() {
        return List.copyOf(uploads);
    }

    synchronized List<String> unclear() {
        return List.copyOf(unclear);
    }

    /** How many acts of each kind ended without an answer, or with one that says to come again. */
    synchronized Map<Lane.Doing, Integer> interruptions() {
        return new EnumMap<>(interruptions);
    }
}
