package org.xudai.intake.compare;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.PriorityQueue;
import org.jspecify.annotations.Nullable;

/**
 * Finds the blocks of a page one after the other, from the page code outwards: each is expected where those already found
 * around it say. So neither a strong perspective nor a curl needs to be known beforehand.
 */
final class Growth {

    private static final int SIDE = 40;
    private static final int RADIUS = 4;
    private static final int WIDEST = 18;
    private static final int MOST_TRIES = 3;

    /** How much further a patient search goes each time. */
    private static final int PATIENCE = 5;

    /** Once more from all that agree, when the first round has lost its way. */
    private static final int ROUNDS = 2;

    private static final int FEWEST = 12;
    private static final double REACH = 240;

    /** Matches from which on a plane, or a bent sheet, is fitted, again and again. */
    private static final int PLANE_FROM = 16;

    /** Least extent of the matches on the page for that, in pixels of the rendering: 4 cm. */
    private static final double PLANE_EXTENT = 315;

    /** Side of what {@link BlockSearch} has to hold for it. */
    static final int LARGEST = SIDE + 2 * WIDEST;

    private final BlockSearch search;
    private final int columns;
    private final int rows;
    private final boolean[] found;
    private final int[] tries;
    private final List<Match> matches = new ArrayList<>();
    private final PriorityQueue<Cell> waiting = new PriorityQueue<>();
    private PageMap sheet;
    private final double tolerance;
    private final double scale;
    private final boolean patient;
    private int fitted;
    private int sequence;

    /** A block to be looked for; the nearer to those found, the sooner. */
    private record Cell(int column, int row, int away, int sequence) implements Comparable<Cell> {

        @Override
        public int compareTo(Cell other) {
            return away != other.away ? Integer.compare(away, other.away) : Integer.compare(sequence, other.sequence);
        }
    }

    /**
     * @param tolerance how far a match may lie from where its neighbours put it, in pixels of the rendering
     * @param scale pixels of the picture for one of the rendering
     * @param patient whether blocks that were not found are looked for further away each time, and again with each neighbour
     *     that is found: slower, for pages so bent that the way is lost otherwise
     */
    Growth(BlockSearch search, Homography start, double tolerance, double scale, boolean patient) {
        this.search = search;
        this.patient = patient;
        this.tolerance = tolerance;
        this.scale = scale;
        this.sheet = start;
        columns = search.pageWidth() / SIDE;
        rows = search.pageHeight() / SIDE;
        found = new boolean[columns * rows];
        tries = new int[columns * rows];
    }

    /** The matches of all blocks that were found, beginning with the block at a place of the rendering. */
    List<Match> from(Spot start) {
        double size = search.onRendering(SIDE);
        push((int) (start.x() / size), (int) (start.y() / size), 0);
        grow();
        for (int round = 1; round < ROUNDS && matches.size() > FEWEST; round++) {
            Homography plane = Homography.fit(matches);
            List<Match> agreeing =
                    BentPlane.agreeing(Curl.over(plane, matches, scale, Curl.WHOLE), matches, REACH, tolerance);
            sheet = Curl.over(plane, agreeing, scale, Curl.BEYOND);
            matches.clear();
            matches.addAll(agreeing);
            Arrays.fill(tries, 0);
            Arrays.fill(found, false);
            for (Match match : agreeing) {
                int row = (int) (match.pageY() / size);
                int column = (int) (match.pageX() / size);
                found[row * columns + column] = true;
            }
            for (int at = 0; at < found.length; at++) {
                if (found[at]) {
                    pushAround(new Cell(at % columns, at / columns, 0, 0), 0);
                }
            }
            grow();
        }
        return matches;
    }

    private void grow() {
        for (Cell cell = waiting.poll(); cell != null; cell = waiting.poll()) {
            int at = cell.row * columns + cell.column;
            if (found[at] || tries[at] >= MOST_TRIES) {
                continue;
            }
            boolean first = tries[at]++ == 0;
            Match match = look(cell);
            if (match != null) {
                found[at] = true;
                matches.add(match);
                fitPlane();
                if (patient) {
                    allowAnother(cell);
                }
                pushAround(cell, 0);
            } else if (first) {
                pushAround(cell, cell.away + 1);
            }
        }
    }

    private @Nullable Match look(Cell cell) {
        int left = cell.column * SIDE;
        int top = cell.row * SIDE;
        if (search.texture(left, top, SIDE) != Texture.BOTH) {
            tries[cell.row * columns + cell.column] = MOST_TRIES;
            return null;
        }
        int again = patient ? PATIENCE * (tries[cell.row * columns + cell.column] - 1) : 0;
        return search.find(
                left,
                top,
                SIDE,
                Texture.BOTH,
                new Nearby(sheet, matches),
                Math.min(WIDEST, RADIUS + 2 * cell.away + again));
    }

    /** Those about a block that was found are looked for once more. */
    private void allowAnother(Cell cell) {
        for (int row = Math.max(0, cell.row - 1); row <= Math.min(rows - 1, cell.row + 1); row++) {
            for (int column = Math.max(0, cell.column - 1);
                    column <= Math.min(columns - 1, cell.column + 1);
                    column++) {
                int at = row * columns + column;
                if (search.texture(column * SIDE, row * SIDE, SIDE) == Texture.BOTH) {
                    tries[at] = Math.min(tries[at], MOST_TRIES - 1);
                }
            }
        }
    }

    /** Whether the way was lost: most of what is printed, and shown by the picture as far as can be told, was not found. */
    boolean isLost(Pixels picture) {
        int printed = 0;
        for (int row = 0; row < rows; row++) {
            for (int column = 0; column < columns; column++) {
                Spot middle =
                        sheet.at(search.onRendering((column + 0.5) * SIDE), search.onRendering((row + 0.5) * SIDE));
                if (picture.holds(middle) && search.texture(column * SIDE, row * SIDE, SIDE) == Texture.BOTH) {
                    printed++;
                }
            }
        }
        return 2 * matches.size() < printed;
    }

    private void fitPlane() {
        if (matches.size() < Math.max(PLANE_FROM, fitted + fitted / 2)) {
            return;
        }
        Extent extent = Extent.of(matches);
        if (Math.min(extent.width(), extent.height()) >= PLANE_EXTENT) {
            sheet = Curl.over(Homography.fit(matches), matches, scale, Curl.BEYOND);
            fitted = matches.size();
        }
    }

    private void pushAround(Cell cell, int away) {
        for (int row = cell.row - 1; row <= cell.row + 1; row++) {
            for (int column = cell.column - 1; column <= cell.column + 1; column++) {
                push(column, row, away);
            }
        }
    }

    private void push(int column, int row, int away) {
        if (column < 0 || row < 0 || column >= columns || row >= rows) {
            return;
        }
        int at = row * columns + column;
        if (!found[at] && tries[at] < MOST_TRIES) {
            waiting.add(new Cell(column, row, away, sequence++));
        }
    }
}
