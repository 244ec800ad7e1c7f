package org.xudai.intake.bent;

import com.google.zxing.EncodeHintType;
import com.google.zxing.WriterException;
import com.google.zxing.qrcode.decoder.ErrorCorrectionLevel;
import com.google.zxing.qrcode.encoder.ByteMatrix;
import com.google.zxing.qrcode.encoder.Encoder;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.AffineTransform;
import java.awt.image.BufferedImage;
import java.util.Map;

/** A code of a page's kind, as it lies in a picture. */
record PrintedCode(String text) {

    private static final int MODULE = 5;
    private static final int SIDE = 33 * MODULE;

    ByteMatrix modules() {
        try {
            return Encoder.encode(text, ErrorCorrectionLevel.Q, Map.of(EncodeHintType.QR_VERSION, 4))
                    .getMatrix();
        } catch (WriterException e) {
            throw new IllegalArgumentException(text, e);
        }
    }

    static BufferedImage paper() {
        BufferedImage paper = new BufferedImage(1200, 900, BufferedImage.TYPE_INT_RGB);
        Graphics2D graphics = paper.createGraphics();
        graphics.setColor(new Color(0xd8, 0xd4, 0xcc));
        graphics.fillRect(0, 0, paper.getWidth(), paper.getHeight());
        graphics.dispose();
        return paper;
    }

    /**
     * Draws it.
     *
     * @param squeeze its height to its width
     * @param slant how far a row lies to the right of the row above it, of its distance
     */
    void drawOn(BufferedImage paper, int x, int y, double squeeze, double slant) {
        Graphics2D graphics = paper.createGraphics();
        graphics.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        graphics.setColor(new Color(0x22, 0x22, 0x26));
        graphics.transform(new AffineTransform(1, 0, slant, squeeze, x, y));
        ByteMatrix modules = modules();
        for (int row = 0; row < modules.getHeight(); row++) {
            for (int column = 0; column < modules.getWidth(); column++) {
                if (modules.get(column, row) == 1) {
                    graphics.fillRect(column * MODULE, row * MODULE, MODULE, MODULE);
                }
            }
        }
        graphics.dispose();
    }

    /**
     * The picture of paper that rises and falls: an arc from left to right.
     *
     * @param bow how far the arc's middle lies from its ends over the width of a code, in modules
     */
    static BufferedImage bent(BufferedImage paper, int middle, double bow) {
        BufferedImage bent = paper();
        for (int x = 0; x < paper.getWidth(); x++) {
            double away = 2.0 * (x - middle) / SIDE;
            int shift = (int) Math.round(bow * MODULE * away * away);
            for (int y = 0; y < paper.getHeight(); y++) {
                int from = y - shift;
                if (from >= 0 && from < paper.getHeight()) {
                    bent.setRGB(x, y, paper.getRGB(x, from));
                }
            }
        }
        return bent;
    }
}
