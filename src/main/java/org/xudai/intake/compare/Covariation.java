package org.xudai.intake.compare;

/** Two series of values, pair by pair: how far each strays from its mean, and how far both do together (Pearson, 1896). */
final class Covariation {

    private double count;
    private double firsts;
    private double seconds;
    private double firstSquares;
    private double secondSquares;
    private double products;

    void add(double first, double second) {
        count++;
        firsts += first;
        seconds += second;
        firstSquares += first * first;
        secondSquares += second * second;
        products += first * second;
    }

    /** Sum of the squares of the first series about its mean; 0 where there is nothing. */
    double ofFirst() {
        return about(firstSquares, firsts, firsts);
    }

    /** Likewise of the second. */
    double ofSecond() {
        return about(secondSquares, seconds, seconds);
    }

    /** Sum of the products of both, each about its mean. */
    double ofBoth() {
        return about(products, firsts, seconds);
    }

    /** The correlation, −1 to 1; 0 where one of them does not vary. */
    double correlation() {
        double spread = ofFirst() * ofSecond();
        return spread <= 0 ? 0 : ofBoth() / Math.sqrt(spread);
    }

    private double about(double sum, double one, double other) {
        return count == 0 ? 0 : sum - one * other / count;
    }
}
