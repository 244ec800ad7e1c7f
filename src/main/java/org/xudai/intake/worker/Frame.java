package org.xudai.intake.worker;

import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * One message between a node and a worker.
 *
 * @param kind what it says
 * @param bytes what belongs to it, at most {@link Kind#most()} of them
 */
public record Frame(Kind kind, byte[] bytes) {

    private static final int KIB = 1024;
    private static final int MIB = 1024 * KIB;

    /** Kinds of message; both sides take them from the same jar. */
    public enum Kind {
        /** To the worker, first: within which limits it works, as JSON. */
        LIMITS(1, 64 * KIB),
        /** From the worker: it can take a file. */
        READY(2, 0),
        /** To the worker: a file to look at, as JSON. */
        INSPECT(3, 8 * MIB),
        /** From the worker: a page as officers see it, its number as four bytes and then a PNG. */
        PREVIEW(4, 16 * MIB),
        /** From the worker: why its own code failed, as text. */
        FAULT(5, 16 * KIB),
        /** From the worker, last: what the file is, as JSON. */
        ANSWER(6, 4 * MIB),
        /** From the worker: a page code that it read, as text; it waits for the next two. */
        CODE(7, KIB),
        /** To the worker: the issued page that the code names, as JSON, or null where there is none for it. */
        ISSUED(8, MIB),
        /** To the worker: the form which that page belongs to, as PDF; empty where it has it already. */
        FORM(9, 32 * MIB),
        /** From the worker: a received page laid straight, its number as four bytes and then a PNG. */
        STRAIGHT(10, 16 * MIB),
        /** To the worker: a stack of scans to look at or to take apart, as JSON. */
        STACK(21, 64 * KIB),
        /** From the worker: the picture of a page of a stack at full size, its number as four bytes and then JPEG or PNG. */
        SHEET(22, 20 * MIB),
        /** From the worker, after its pictures: what was read on a page of a stack, as JSON. */
        SHEET_READ(23, 64 * KIB);

        private static final Map<Integer, Kind> BY_NUMBER =
                Arrays.stream(values()).collect(Collectors.toMap(Kind::number, kind -> kind));

        private final int number;
        private final int most;

        Kind(int number, int most) {
            this.number = number;
            this.most = most;
        }

        static Optional<Kind> of(int number) {
            return Optional.ofNullable(BY_NUMBER.get(number));
        }

        /** How it is written. */
        int number() {
            return number;
        }

        /** The most bytes of a message. */
        public int most() {
            return most;
        }
    }
}
