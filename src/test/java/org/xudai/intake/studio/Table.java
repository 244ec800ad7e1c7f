package org.xudai.intake.studio;

/** What a page lies on. */
public enum Table {
    /** Boards with grain. */
    WOOD(0x8a6a48, 45),
    /** A dark desk. */
    DESK(0x3a3a3c, 10),
    /** A cloth with threads. */
    CLOTH(0x6b7f8e, 40),
    /** A bright table, hard to tell from paper. */
    BRIGHT(0xd6d2c8, 12),
    /** A scanner's white lid. */
    LID(0xf4f4f4, 2);

    private static final int TILE = 512;

    private final int colour;
    private final int contrast;

    Table(int colour, int contrast) {
        this.colour = colour;
        this.contrast = contrast;
    }

    /** A tile of it, {@value #TILE} dots wide and high. */
    int[] tile(Chance chance) {
        Noise grain = Noise.of(chance);
        Noise threads = Noise.of(chance);
        int[] tile = new int[TILE * TILE];
        for (int y = 0; y < TILE; y++) {
            for (int x = 0; x < TILE; x++) {
                double level =
                        switch (this) {
                            case WOOD -> grain.at(x / 11.0 + 1.5 * threads.at(x / 60.0, y / 200.0), y / 190.0);
                            case CLOTH ->
                                0.5
                                        + 0.25 * Math.sin(x * Math.PI / 4) * Math.sin(y * Math.PI / 4)
                                        + 0.4 * (grain.at(x / 3.0, y / 3.0) - 0.5);
                            default -> grain.at(x / 40.0, y / 40.0);
                        };
                tile[y * TILE + x] = shade((level - 0.5) * 2 * contrast);
            }
        }
        return tile;
    }

    static int at(int[] tile, int x, int y) {
        return tile[(y & TILE - 1) * TILE + (x & TILE - 1)];
    }

    private int shade(double more) {
        int shaded = 0;
        for (int shift = 0; shift <= 16; shift += 8) {
            shaded |= (int) Math.max(0, Math.min(255, (colour >> shift & 0xff) + more)) << shift;
        }
        return shaded;
    }
}
