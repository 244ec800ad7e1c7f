package org.xudai.intake.studio;

/** How well ink takes at a point of the paper, 0 to 1; millimetres from the top left of what is inked. */
@FunctionalInterface
interface Pressure {

    Pressure FULL = (x, y) -> 1;

    double at(double x, double y);

    /** As a stamp takes that was pressed by hand: grainy, and weak on one side. */
    static Pressure ofStamp(Chance chance, double size) {
        Noise patches = Noise.of(chance);
        Noise grain = Noise.of(chance);
        double worn = chance.between(0.05, 0.35);
        double weak = chance.in(0.3) ? chance.between(0.3, 0.8) : 0;
        double direction = chance.between(0, 2 * Math.PI);
        return (x, y) -> {
            double along = ((x / size - 0.5) * Math.cos(direction) + (y / size - 0.5) * Math.sin(direction)) + 0.5;
            double lost = weak * Math.max(0, along - 0.45) * 1.8 + worn * patches.at(x / 4, y / 4);
            double take = 1 - lost - 0.35 * worn * (grain.at(x * 7, y * 7) > 0.55 ? 1 : 0);
            return Math.max(0, Math.min(1, take - Math.max(0, lost - 0.55) * 2));
        };
    }
}
