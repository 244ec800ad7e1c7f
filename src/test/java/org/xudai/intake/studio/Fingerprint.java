package org.xudai.intake.studio;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.geom.AffineTransform;
import java.awt.image.BufferedImage;

/** A finger's print: ridges half a millimetre apart round a whorl, fading towards the edge. */
final class Fingerprint {

    private static final double DOT = 0.06;
    private static final double TALL = 1.35;

    private Fingerprint() {}

    static void draw(Graphics2D paper, double size, Chance chance) {
        int across = (int) (size / DOT);
        int down = (int) (size * TALL / DOT);
        BufferedImage print = new BufferedImage(across, down, BufferedImage.TYPE_INT_ARGB);
        Noise bend = Noise.of(chance);
        Noise skin = Noise.of(chance);
        double period = chance.between(0.42, 0.55);
        double blot = chance.between(-0.8, 0.1);
        double coreX = chance.between(-0.12, 0.12) * size;
        double coreY = chance.between(-0.1, 0.25) * size;
        Color ink = paper.getColor();
        int rgb = ink.getRGB() & 0xffffff;
        for (int row = 0; row < down; row++) {
            for (int column = 0; column < across; column++) {
                double x = (column - across / 2.0) * DOT;
                double y = (row - down / 2.0) * DOT;
                double edge = Math.hypot(x / (size / 2), y / (size * TALL / 2)) + 0.18 * (skin.at(x / 3, y / 3) - 0.5);
                if (edge > 1) {
                    continue;
                }
                double ridge = Math.hypot((x - coreX) * 1.15, (y - coreY) * 0.85) + 2.6 * bend.at(x / 6, y / 6);
                double take = Math.sin(2 * Math.PI * ridge / period) - blot + 0.9 * (skin.at(x * 1.6, y * 1.6) - 0.5);
                double strength = Math.min(1, Math.max(0, take * 2)) * Math.min(1, (1 - edge) * 6);
                print.setRGB(column, row, (int) (255 * strength) << 24 | rgb);
            }
        }
        AffineTransform place = AffineTransform.getTranslateInstance(-size / 2, -size * TALL / 2);
        place.scale(DOT, DOT);
        paper.drawImage(print, place, null);
    }
}
