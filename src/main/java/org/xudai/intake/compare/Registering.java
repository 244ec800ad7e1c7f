package org.xudai.intake.compare;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Lays the issued page over a picture: from the page code outwards block by block, a plane through the blocks, then smaller
 * blocks closer together, which bend the plane where the paper is curled.
 */
final class Registering {

    /** The page is looked at with this many pixels an inch less. */
    private static final int PAGE_SCALE = 2;

    private static final int FINE_SIDE = 32;
    private static final int FINE_STEP = 20;
    private static final int FINE_RADIUS = 3;
    private static final int WIDE_RADIUS = 6;
    private static final int FINE_ROUNDS = 4;

    /** How far matches bend the plane, in pixels of the rendering: 25 mm first, then 10 mm. */
    private static final double WIDE_REACH = 200;

    private static final double REACH = 80;
    private static final int GRID_STEP = 16;
    /** How far a match may lie from where its neighbours put it, in pixels of the rendering: 1 mm, then 0.4 mm. */
    private static final double TOLERANCE = 8;

    private static final double FINE_TOLERANCE = 3;

    /** How far nine in ten blocks may lie from a plane that nothing bends, in pixels of the rendering: 0.13 mm. */
    private static final double NO_BEND = 1;

    private static final int FEWEST = 12;
    private static final double LEAST_COVERAGE = 0.35;
    private static final double MOST_RESIDUAL = 1.0;

    private final IssuedPage issued;
    private final Pixels picture;
    private final CodePlace code;
    private final double scale;

    /**
     * @param code where the page code is in the picture
     */
    Registering(IssuedPage issued, Pixels picture, CodePlace code) {
        this.issued = issued;
        this.picture = picture;
        this.code = code;
        this.scale = code.side() / issued.code().side();
    }

    Registration registration(Grey page) {
        int factor = Math.max(1, (int) (scale * PAGE_SCALE));
        BlockSearch search = new BlockSearch(
                page.halved().softened(),
                PAGE_SCALE,
                picture.grey(factor),
                factor,
                Math.max(Growth.LARGEST, FINE_SIDE + 2 * WIDE_RADIUS));
        CodePlace onPage = issued.code();
        Homography start = onPage.to(code);
        List<Match> coarse = grown(search, start, onPage.topLeft());
        coarse = coarse.size() < FEWEST
                ? coarse
                : BentPlane.agreeing(
                        Curl.over(start(start, coarse), coarse, scale, Curl.WHOLE), coarse, WIDE_REACH, TOLERANCE);
        if (coarse.size() < FEWEST) {
            return failed(start, page);
        }
        PageMap sheet = Curl.over(Homography.fit(coarse), coarse, scale, Curl.WHOLE);
        return fine(search, sheet, new BentPlane(sheet, coarse, WIDE_REACH), page);
    }

    /** The blocks that are found from the page code outwards; with more patience where most are not. */
    private List<Match> grown(BlockSearch search, Homography start, Spot from) {
        Growth growth = new Growth(search, start, TOLERANCE, scale, false);
        List<Match> found = growth.from(from);
        if (!growth.isLost(picture)) {
            return found;
        }
        List<Match> more = new Growth(search, start, TOLERANCE, scale, true).from(from);
        return more.size() > found.size() ? more : found;
    }

    private static Homography start(Homography start, List<Match> matches) {
        return matches.size() < FEWEST ? start : Homography.fit(matches);
    }

    private Registration failed(PageMap start, Grey page) {
        return new Registration(
                false,
                Double.POSITIVE_INFINITY,
                Double.POSITIVE_INFINITY,
                0,
                scale * IssuedPage.DPI,
                picture.width(),
                picture.height(),
                GridMap.of(start, page.width(), page.height(), GRID_STEP));
    }

    private Registration fine(BlockSearch search, PageMap sheet, BentPlane bent, Grey page) {
        PageMap expected = GridMap.of(bent, page.width(), page.height(), GRID_STEP);
        List<Block> missed = new ArrayList<>();
        for (int top = 1; top + FINE_SIDE < search.pageHeight(); top += FINE_STEP) {
            for (int left = 1; left + FINE_SIDE < search.pageWidth(); left += FINE_STEP) {
                Texture texture = search.texture(left, top, FINE_SIDE);
                if (texture != Texture.BLANK) {
                    missed.add(new Block(left, top, texture));
                }
            }
        }
        List<Block> printed = List.copyOf(missed);
        List<Match> matches = new ArrayList<>();
        List<Match> agreeing = matches;
        for (int round = 0; round < FINE_ROUNDS && !missed.isEmpty(); round++) {
            missed = look(search, missed, expected, round == 0 ? FINE_RADIUS : WIDE_RADIUS, matches);
            agreeing = BentPlane.agreeing(sheet, matches, REACH, FINE_TOLERANCE);
            expected = new Nearby(
                    sheet,
                    agreeing.stream()
                            .filter(match -> match.knows() == Texture.BOTH)
                            .toList());
        }
        if (agreeing.size() < FEWEST) {
            return failed(sheet, page);
        }
        BentPlane laid = new BentPlane(asTheLensBends(sheet, agreeing), agreeing, REACH);
        GridMap map = GridMap.of(laid, page.width(), page.height(), GRID_STEP);
        double[] doubts = laid.doubts();
        Arrays.sort(doubts);
        double mean = Arrays.stream(doubts).average().orElseThrow() / IssuedPage.MM;
        double high = doubts[(int) (doubts.length * 0.95)] / IssuedPage.MM;
        double coverage = (double) agreeing.size() / Math.max(1, inView(search, printed, map));
        return new Registration(
                coverage >= LEAST_COVERAGE && high <= MOST_RESIDUAL,
                mean,
                high,
                coverage,
                dpi(map, page),
                picture.width(),
                picture.height(),
                map);
    }

    /** How many blocks the picture shows. */
    private int inView(BlockSearch search, List<Block> blocks, GridMap map) {
        return blocks.stream()
                .map(block -> map.at(
                        search.onRendering(block.left + FINE_SIDE / 2.0),
                        search.onRendering(block.top + FINE_SIDE / 2.0)))
                .filter(picture::holds)
                .toList()
                .size();
    }

    /** A flat sheet anew, by all that was found: where there is no print it goes on as the lens bends it. */
    private PageMap asTheLensBends(PageMap sheet, List<Match> matches) {
        List<Match> sure =
                matches.stream().filter(match -> match.knows() == Texture.BOTH).toList();
        return sheet instanceof Curl || sure.size() < FEWEST
                ? sheet
                : Curl.over(Homography.fit(sure), sure, scale, Curl.OF_A_LENS, NO_BEND);
    }

    /** A block that is looked for. */
    private record Block(int left, int top, Texture texture) {}

    /** Looks for blocks, adds what is found and returns what is not. */
    private static List<Block> look(
            BlockSearch search, List<Block> blocks, PageMap expected, int radius, List<Match> found) {
        List<Block> missed = new ArrayList<>();
        for (Block block : blocks) {
            Match match = search.find(block.left, block.top, FINE_SIDE, block.texture, expected, radius);
            if (match == null) {
                missed.add(block);
            } else {
                found.add(match);
            }
        }
        return missed;
    }

    /** Pixels an inch over the whole page: the code alone may lie nearer to the camera than the rest. */
    private static double dpi(GridMap map, Grey page) {
        Spot middle = map.at(page.width() * 0.5, page.height() * 0.5);
        Spot right = map.at(page.width() * 0.75, page.height() * 0.5);
        Spot below = map.at(page.width() * 0.5, page.height() * 0.75);
        double across = (right.x() - middle.x()) * (below.y() - middle.y());
        double down = (right.y() - middle.y()) * (below.x() - middle.x());
        double area = page.width() * 0.25 * page.height() * 0.25;
        return Math.sqrt(Math.abs(across - down) / area) * IssuedPage.DPI;
    }
}
