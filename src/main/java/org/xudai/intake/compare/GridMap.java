package org.xudai.intake.compare;

/**
 * A map worked out at the nodes of a grid and taken as straight between them: fast enough to be asked for every pixel.
 *
 * @param step distance of the nodes in pixels of the rendering
 * @param columns number of nodes across
 * @param rows number of nodes down
 * @param x where each node lies in the picture, row by row
 * @param y as x
 */
public record GridMap(int step, int columns, int rows, float[] x, float[] y) implements PageMap {

    static GridMap of(PageMap map, int width, int height, int step) {
        int columns = (width + step - 1) / step + 1;
        int rows = (height + step - 1) / step + 1;
        float[] x = new float[columns * rows];
        float[] y = new float[columns * rows];
        for (int row = 0, i = 0; row < rows; row++) {
            for (int column = 0; column < columns; column++, i++) {
                Spot spot = map.at(column * step, row * step);
                x[i] = (float) spot.x();
                y[i] = (float) spot.y();
            }
        }
        return new GridMap(step, columns, rows, x, y);
    }

    @Override
    public Spot at(double pageX, double pageY) {
        int column = Math.max(0, Math.min(columns - 2, (int) (pageX / step)));
        int row = Math.max(0, Math.min(rows - 2, (int) (pageY / step)));
        double fx = pageX / step - column;
        double fy = pageY / step - row;
        int i = row * columns + column;
        return new Spot(between(x, i, fx, fy), between(y, i, fx, fy));
    }

    private double between(float[] nodes, int i, double fx, double fy) {
        return (nodes[i] * (1 - fx) + nodes[i + 1] * fx) * (1 - fy)
                + (nodes[i + columns] * (1 - fx) + nodes[i + columns + 1] * fx) * fy;
    }
}
