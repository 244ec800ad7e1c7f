package org.xudai.intake.bent;

import com.google.zxing.common.BitMatrix;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.xudai.intake.compare.Grey;

/**
 * Lays a page code's modules over a picture: by what every code shows, and so that what it says is clearly dark or light.
 * The knots of the grid are moved one after the other, in ever smaller steps, while that grows.
 */
final class CodeFit {

    /** How far the alignment pattern is looked for from where a flat, upright code has it, in modules. */
    private static final double REACH = 6;

    private static final double REACH_STEP = 0.5;
    private static final int MOST_STARTS = 4;
    private static final double[] STEPS = {1, 0.5, 0.25, 0.12};
    private static final int MOST_ROUNDS = 8;
    private static final double FOURTH = 23;
    private static final double ALIGNMENT = 26.5;

    /** What a module says weighs less than what is known of it. */
    private static final double UNKNOWN = 0.35;

    /** What is known of the modules, row by row with the quiet zone. */
    private static final int[] EXPECTED = IntStream.range(0, CodeGrid.WITH_ZONE * CodeGrid.WITH_ZONE)
            .map(i -> KnownModules.at(i % CodeGrid.WITH_ZONE - 1, i / CodeGrid.WITH_ZONE - 1))
            .toArray();

    private static final long KNOWN =
            Arrays.stream(EXPECTED).filter(module -> module != 0).count();

    private final Corner corner;
    private final Contrast contrast;
    private final double[] across;
    private final double[] down;
    private final double[] xs = new double[EXPECTED.length];
    private final double[] ys = new double[EXPECTED.length];

    /** A grid and how well it lies, from -1 to 1. */
    record Fitted(CodeGrid grid, double score) {}

    CodeFit(Grey picture, Corner corner) {
        this.corner = corner;
        across = corner.across();
        down = corner.down();
        double module = Math.max(Math.hypot(across[0], across[1]), Math.hypot(down[0], down[1]));
        double[] left = new double[4];
        double[] top = new double[4];
        for (int i = 0; i < left.length; i++) {
            double u = i % 2 == 0 ? -8 : 38;
            double v = i / 2 == 0 ? -8 : 38;
            left[i] = corner.topLeft().x() + u * across[0] + v * down[0];
            top[i] = corner.topLeft().y() + u * across[1] + v * down[1];
        }
        contrast = new Contrast(
                picture,
                (int) Arrays.stream(left).min().orElseThrow(),
                (int) Arrays.stream(top).min().orElseThrow(),
                (int) Arrays.stream(left).max().orElseThrow(),
                (int) Arrays.stream(top).max().orElseThrow(),
                Math.max(3, (int) Math.round(3 * module)));
    }

    /** Grids that may lie on the code, the best one first. */
    List<Fitted> grids() {
        return starts().stream()
                .map(this::settled)
                .sorted(Comparator.comparingDouble(Fitted::score).reversed())
                .toList();
    }

    private List<CodeGrid> starts() {
        List<Fitted> starts = new ArrayList<>();
        for (double u = -REACH; u <= REACH; u += REACH_STEP) {
            for (double v = -REACH; v <= REACH; v += REACH_STEP) {
                CodeGrid grid = CodeGrid.plane(
                        corner,
                        corner.topLeft().x() + (FOURTH + u) * across[0] + (FOURTH + v) * down[0],
                        corner.topLeft().y() + (FOURTH + u) * across[1] + (FOURTH + v) * down[1]);
                starts.add(new Fitted(grid, alignment(grid)));
            }
        }
        starts.sort(Comparator.comparingDouble(Fitted::score).reversed());
        List<CodeGrid> apart = new ArrayList<>();
        for (Fitted start : starts) {
            if (apart.size() < MOST_STARTS && apart.stream().noneMatch(other -> distance(start.grid, other) < 1)) {
                apart.add(start.grid);
            }
        }
        return apart;
    }

    private double distance(CodeGrid one, CodeGrid other) {
        double dx = one.x(ALIGNMENT, ALIGNMENT) - other.x(ALIGNMENT, ALIGNMENT);
        double dy = one.y(ALIGNMENT, ALIGNMENT) - other.y(ALIGNMENT, ALIGNMENT);
        return Math.hypot(dx, dy) / Math.max(Math.hypot(across[0], across[1]), Math.hypot(down[0], down[1]));
    }

    private double alignment(CodeGrid grid) {
        double sum = 0;
        for (int row = 24; row < 29; row++) {
            for (int column = 24; column < 29; column++) {
                sum += KnownModules.at(column, row) * value(grid, column, row);
            }
        }
        return sum;
    }

    private Fitted settled(CodeGrid start) {
        CodeGrid grid = start;
        double best = score(grid);
        for (double step : STEPS) {
            boolean better = true;
            for (int round = 0; round < MOST_ROUNDS && better; round++) {
                better = false;
                for (int knot = 0; knot < CodeGrid.COUNT; knot++) {
                    for (int way = 0; way < 4; way++) {
                        double[] along = way < 2 ? across : down;
                        double by = way % 2 == 0 ? step : -step;
                        CodeGrid moved = new CodeGrid(grid);
                        moved.move(knot, by * along[0], by * along[1]);
                        double score = score(moved);
                        if (score > best) {
                            best = score;
                            grid = moved;
                            better = true;
                        }
                    }
                }
            }
        }
        return new Fitted(grid, best);
    }

    private double score(CodeGrid grid) {
        grid.middles(xs, ys);
        double known = 0;
        double unknown = 0;
        for (int i = 0; i < EXPECTED.length; i++) {
            double value = contrast.at(xs[i], ys[i]);
            known += EXPECTED[i] * value;
            unknown += EXPECTED[i] == 0 ? Math.abs(value) : 0;
        }
        return known / KNOWN + UNKNOWN * unknown / (EXPECTED.length - KNOWN);
    }

    private double value(CodeGrid grid, int column, int row) {
        return contrast.at(grid.x(column + 0.5, row + 0.5), grid.y(column + 0.5, row + 0.5));
    }

    /** The modules as a grid shows them. */
    BitMatrix modules(CodeGrid grid) {
        BitMatrix modules = new BitMatrix(KnownModules.SIDE);
        for (int row = 0; row < KnownModules.SIDE; row++) {
            for (int column = 0; column < KnownModules.SIDE; column++) {
                if (value(grid, column, row) > 0) {
                    modules.set(column, row);
                }
            }
        }
        return modules;
    }
}
