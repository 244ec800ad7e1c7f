package org.xudai.desk;

import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.xudai.renewal.Deadlines;
import org.xudai.renewal.RenewalCase;

/**
 * The planned moments of a case on one line, in units of the drawing.
 *
 * @param points the moments, earliest first
 * @param normalUntil where the calm part of the line ends
 * @param stop where the hard stop lies
 * @param end where the line ends
 */
record DeadlineTrack(List<Point> points, int normalUntil, int stop, int end) {

    /** Width of the drawing, with room for half a label at both ends. */
    static final int WIDTH = 1340;

    private static final int MARGIN = 60;

    /** Room a name takes. */
    private static final int NAME = 96;

    private static final int GAP = 8;

    /** What a point stands for. */
    enum Kind {
        TODAY,
        REMINDER,
        NORMAL,
        ESCALATE,
        STOP,
        WHITELIST,
        MATURITY
    }

    /**
     * A point.
     *
     * @param kind what happens then
     * @param day the day
     * @param at the moment, null where it is the whole day
     * @param x where it lies
     * @param labelled whether there is room for its name
     * @param anchor which end of the label stands at the point: {@code start middle end}
     */
    record Point(Kind kind, LocalDate day, @Nullable Instant at, int x, boolean labelled, String anchor) {

        private Point with(boolean named, String side) {
            return new Point(kind, day, at, x, named, side);
        }

        private boolean overlaps(Point other) {
            return left() < other.left() + NAME && other.left() < left() + NAME;
        }

        private int left() {
            return switch (anchor) {
                case "start" -> x - GAP;
                case "end" -> x - NAME + GAP;
                default -> x - NAME / 2;
            };
        }
    }

    static DeadlineTrack of(RenewalCase renewal, Deadlines deadlines, DeskWords words, LocalDate today) {
        List<Point> points = new ArrayList<>();
        add(points, Kind.TODAY, today, null);
        deadlines.reminders().forEach(moment -> add(points, Kind.REMINDER, words.dayOf(moment), moment));
        add(points, Kind.NORMAL, deadlines.lastNormalDay(), null);
        add(points, Kind.ESCALATE, words.dayOf(deadlines.escalateAt()), deadlines.escalateAt());
        add(points, Kind.STOP, words.dayOf(deadlines.hardStopAt()), deadlines.hardStopAt());
        LocalDate whitelistEnd = renewal.whitelistEnd();
        if (whitelistEnd != null) {
            add(points, Kind.WHITELIST, whitelistEnd, null);
        }
        add(points, Kind.MATURITY, renewal.maturesOn(), null);
        points.removeIf(point -> point.day().isBefore(today));
        points.sort(Comparator.comparing(Point::day).thenComparing(Point::kind));
        List<Point> placed = placed(points);
        return new DeadlineTrack(
                placed,
                at(placed, Kind.NORMAL),
                at(placed, Kind.STOP),
                placed.get(placed.size() - 1).x());
    }

    private static void add(List<Point> points, Kind kind, LocalDate day, @Nullable Instant at) {
        points.add(new Point(kind, day, at, 0, true, "middle"));
    }

    private static List<Point> placed(List<Point> points) {
        LocalDate first = points.get(0).day();
        long span = Math.max(
                1, ChronoUnit.DAYS.between(first, points.get(points.size() - 1).day()));
        List<Point> placed = new ArrayList<>();
        for (Point point : points) {
            long days = ChronoUnit.DAYS.between(first, point.day());
            int x = (int) (MARGIN + days * (WIDTH - 2 * MARGIN) / span);
            placed.add(new Point(point.kind(), point.day(), point.at(), x, true, "middle"));
        }
        return named(placed);
    }

    /**
     * Where names would run into each other the weightier one stays. The hard stop's own name makes room for the end
     * that follows a day later: it stands to the left, the other to the right.
     */
    private static List<Point> named(List<Point> points) {
        List<Point> sided = new ArrayList<>();
        for (int i = 0; i < points.size(); i++) {
            boolean stops = points.get(i).kind() == Kind.STOP && near(points, i, i + 1);
            boolean follows = i > 0 && points.get(i - 1).kind() == Kind.STOP && near(points, i, i - 1);
            sided.add(points.get(i).with(true, stops ? "end" : follows ? "start" : "middle"));
        }
        List<Point> kept = new ArrayList<>();
        sided.stream()
                .sorted(Comparator.comparingInt((Point point) -> weight(point.kind()))
                        .reversed())
                .filter(point -> kept.stream().noneMatch(other -> point.overlaps(other)))
                .forEach(kept::add);
        return sided.stream()
                .map(point -> point.with(kept.contains(point), point.anchor()))
                .toList();
    }

    private static boolean near(List<Point> points, int one, int other) {
        return other < points.size()
                && Math.abs(points.get(one).x() - points.get(other).x()) < NAME;
    }

    private static int weight(Kind kind) {
        return switch (kind) {
            case STOP -> 6;
            case TODAY -> 5;
            case MATURITY -> 4;
            case WHITELIST -> 3;
            case NORMAL -> 2;
            case ESCALATE -> 1;
            case REMINDER -> 0;
        };
    }

    private static int at(List<Point> points, Kind kind) {
        return points.stream()
                .filter(point -> point.kind() == kind)
                .findFirst()
                .map(Point::x)
                .orElse(MARGIN);
    }
}
