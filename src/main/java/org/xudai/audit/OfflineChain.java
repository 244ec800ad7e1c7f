package org.xudai.audit;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.xudai.kernel.Sha256;

/**
 * A chain as it was handed out, to be checked by somebody who has nothing else: each line is an entry in its canonical
 * form, a tab, and its hash.
 */
public final class OfflineChain {

    private final String name;
    private final List<AuditTrail.ChainLine> lines;

    private OfflineChain(String name, List<AuditTrail.ChainLine> lines) {
        this.name = name;
        this.lines = lines;
    }

    /** An entry as its canonical form says. */
    public record Entry(String act, String actorKind, String actorId, Map<String, String> facts) {}

    /**
     * Reads the lines of a chain.
     *
     * @throws IllegalArgumentException where a line is no entry and hash
     */
    public static OfflineChain read(String name, List<String> lines) {
        List<AuditTrail.ChainLine> read = new ArrayList<>();
        for (String line : lines) {
            int tab = line.lastIndexOf('\t');
            if (tab < 0) {
                throw new IllegalArgumentException("line " + (read.size() + 1) + " is no entry and hash");
            }
            read.add(new AuditTrail.ChainLine(line.substring(0, tab), new Sha256(line.substring(tab + 1))));
        }
        return new OfflineChain(name, read);
    }

    /** The first entry that does not fit, if there is one. A chain without entries proves nothing: it is a gap. */
    public ChainVerdict verify() {
        String previous = EntryHash.START.value();
        long expected = 1;
        for (AuditTrail.ChainLine line : lines) {
            String problem = problem(line, expected, previous);
            if (!problem.equals("NONE")) {
                return new ChainVerdict(name, lines.size(), 0, expected, problem);
            }
            previous = line.hash().value();
            expected++;
        }
        return lines.isEmpty()
                ? new ChainVerdict(name, 0, 0, 1, "GAP")
                : new ChainVerdict(name, lines.size(), 0, 0, "NONE");
    }

    /** What the entries say; only worth reading where {@link #verify} holds. */
    public List<Entry> entries() {
        return lines.stream()
                .map(line -> CanonicalJson.read(line.canonical()))
                .map(entry -> new Entry(
                        entry.getOrDefault("act", ""),
                        entry.getOrDefault("actorKind", ""),
                        entry.getOrDefault("actorId", ""),
                        CanonicalJson.read(entry.getOrDefault("facts", "{}"))))
                .toList();
    }

    /** Hash of the entry at a position, from 1. */
    Optional<Sha256> hashAt(long position) {
        return position < 1 || position > lines.size()
                ? Optional.empty()
                : Optional.of(lines.get((int) position - 1).hash());
    }

    private String problem(AuditTrail.ChainLine line, long expected, String previous) {
        if (!EntryHash.ofEntry(line.canonical()).equals(line.hash())) {
            return "HASH_DIFFERS";
        }
        Map<String, String> entry = CanonicalJson.read(line.canonical());
        if (!name.equals(entry.get("chain")) || !Long.toString(expected).equals(entry.get("position"))) {
            return "GAP";
        }
        return previous.equals(entry.get("previous")) ? "NONE" : "PREVIOUS_DIFFERS";
    }
}
