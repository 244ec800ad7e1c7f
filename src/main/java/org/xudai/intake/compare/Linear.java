package org.xudai.intake.compare;

/** Small systems of linear equations. */
final class Linear {

    private Linear() {}

    /**
     * Adds an observation to normal equations.
     *
     * @param normal n rows of n + 1 numbers
     * @param row n coefficients and what was seen
     */
    static void add(double[][] normal, double[] row, double weight) {
        int n = normal.length;
        for (int i = 0; i < n; i++) {
            double factor = weight * row[i];
            if (factor == 0) {
                continue;
            }
            double[] into = normal[i];
            for (int j = 0; j <= n; j++) {
                into[j] += factor * row[j];
            }
        }
    }

    /** Solves by elimination with pivots; the equations are used up. What has no answer is 0. */
    static double[] solve(double[][] equations) {
        int n = equations.length;
        for (int column = 0; column < n; column++) {
            int best = column;
            for (int row = column + 1; row < n; row++) {
                if (Math.abs(equations[row][column]) > Math.abs(equations[best][column])) {
                    best = row;
                }
            }
            double[] pivot = equations[best];
            equations[best] = equations[column];
            equations[column] = pivot;
            if (Math.abs(pivot[column]) < 1e-12) {
                continue;
            }
            for (int row = column + 1; row < n; row++) {
                double factor = equations[row][column] / pivot[column];
                for (int j = column; j <= n; j++) {
                    equations[row][j] -= factor * pivot[j];
                }
            }
        }
        double[] solved = new double[n];
        for (int row = n - 1; row >= 0; row--) {
            double rest = equations[row][n];
            for (int j = row + 1; j < n; j++) {
                rest -= equations[row][j] * solved[j];
            }
            solved[row] = Math.abs(equations[row][row]) < 1e-12 ? 0 : rest / equations[row][row];
        }
        return solved;
    }
}
