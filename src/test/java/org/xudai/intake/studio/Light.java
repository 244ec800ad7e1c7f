package org.xudai.intake.studio;

/** Light on the page: uneven, warm or cold, with a shadow or a lamp's reflection where there is one. */
final class Light {

    private final double base;
    private final double fall;
    private final double direction;
    private final double shade;
    private final double bendLight;
    private final double[] tint;
    private final double shadow;
    private final double shadowAngle;
    private final double shadowAt;
    private final double shadowSoft;
    private final double glare;
    private final double[] lamp;

    Light(Camera camera, Chance chance) {
        boolean scanned = camera.body() == Camera.Body.SCANNER;
        boolean dark = camera.has(Camera.Condition.DARK);
        base = scanned ? 0.99 : dark ? chance.between(0.5, 0.68) : chance.between(0.78, 0.96);
        fall = scanned ? 0 : chance.between(0.05, 0.3);
        direction = chance.between(-Math.PI, Math.PI);
        shade = scanned ? 0 : chance.between(0, 0.12);
        bendLight = chance.side() * chance.between(0.25, 0.5);
        double warm = scanned ? 0 : chance.about(0.045);
        tint = new double[] {1 + warm, 1 + warm * 0.15 + (scanned ? 0 : chance.about(0.01)), 1 - warm};
        shadow = camera.has(Camera.Condition.SHADOWED) ? chance.between(0.3, 0.55) : 0;
        shadowAngle = chance.between(-Math.PI, Math.PI);
        shadowAt = chance.between(-0.25, 0.25);
        shadowSoft = chance.between(0.008, 0.05);
        glare = camera.has(Camera.Condition.GLARING) ? chance.between(0.5, 1.1) : 0;
        lamp = new double[] {
            chance.between(0.2, 0.8), chance.between(0.2, 0.8), chance.between(0.06, 0.16), chance.between(0.06, 0.16)
        };
    }

    /** How bright it is at a place of the picture, given in shares of its width and height, on paper of some slope. */
    double gain(double x, double y, double slope) {
        double along = (x - 0.5) * Math.cos(direction) + (y - 0.5) * Math.sin(direction);
        double corner = (x - 0.5) * (x - 0.5) + (y - 0.5) * (y - 0.5);
        double gain = base * (1 + fall * along - shade * corner * 2) * (1 + bendLight * Math.sin(slope));
        if (shadow > 0) {
            double across = (x - 0.5) * Math.cos(shadowAngle)
                    + (y - 0.5) * Math.sin(shadowAngle)
                    - shadowAt
                    + 0.05 * Math.sin(7 * ((y - 0.5) * Math.cos(shadowAngle) - (x - 0.5) * Math.sin(shadowAngle)));
            gain *= 1 - shadow / (1 + Math.exp(-across / shadowSoft));
        }
        return gain;
    }

    /** What a lamp adds there, 0 to 1. */
    double glare(double x, double y) {
        if (glare == 0) {
            return 0;
        }
        double across = (x - lamp[0]) / lamp[2];
        double down = (y - lamp[1]) / lamp[3];
        return glare * Math.exp(-(across * across + down * down));
    }

    /** Share of red, green (1) or blue (2). */
    double tint(int channel) {
        return tint[channel];
    }
}
