package org.xudai.intake.studio;

import java.util.List;
import java.util.SplittableRandom;

/** Chance that repeats itself: the same seed, the same choices. */
final class Chance {

    private static final long SPREAD = 0x9E3779B97F4A7C15L;

    private final long seed;
    private final SplittableRandom random;

    Chance(long seed) {
        this.seed = seed;
        random = new SplittableRandom(seed);
    }

    /** Chance for one matter, which does not change when another matter asks more often. */
    Chance of(String matter) {
        return new Chance((seed * SPREAD) ^ (matter.hashCode() * 0xD1B54A32D192ED03L));
    }

    double between(double least, double most) {
        return least + (most - least) * random.nextDouble();
    }

    /** A whole number from 0, below the bound. */
    int below(int bound) {
        return random.nextInt(bound);
    }

    int from(int least, int most) {
        return least + random.nextInt(most - least + 1);
    }

    boolean in(double share) {
        return random.nextDouble() < share;
    }

    /** 1 or -1. */
    int side() {
        return random.nextBoolean() ? 1 : -1;
    }

    /** About zero, rarely beyond twice the spread. */
    double about(double spread) {
        double sum = -6;
        for (int i = 0; i < 12; i++) {
            sum += random.nextDouble();
        }
        return sum * spread;
    }

    <T> T oneOf(List<T> things) {
        return things.get(random.nextInt(things.size()));
    }

    long number() {
        return random.nextLong();
    }
}
