package org.xudai.intake.study;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import org.xudai.forms.FormBox;
import org.xudai.intake.studio.Alteration;
import org.xudai.intake.studio.Camera;
import org.xudai.intake.studio.Photo;
import org.xudai.intake.studio.Scene;
import org.xudai.intake.studio.Stamp;
import org.xudai.intake.studio.Studio;
import org.xudai.intake.studio.Table;

/**
 * One photo of the study, which follows from its seed: a page of any form, honest or altered in one printed value (an
 * amount or a date more often than others), with or without
 * signatures and seals, under a condition that goes round with the seed.
 *
 * @param condition its name in the table
 * @param scene what is photographed
 * @param camera how
 */
record Subject(String condition, Scene scene, Camera camera) {

    private static final List<Camera.Condition> CONDITIONS = List.of(Camera.Condition.values());
    private static final List<Stamp> IN_SEAL_BOXES = List.of(
            Stamp.COMPANY_SEAL,
            Stamp.COMPANY_SEAL,
            Stamp.COMPANY_SEAL,
            Stamp.COMPANY_SEAL,
            Stamp.SPECIAL_SEAL,
            Stamp.OVAL_CHOP,
            Stamp.NAME_CHOP,
            Stamp.FINGERPRINT,
            Stamp.BANK_DATE);
    private static final Set<String> AMOUNTS_AND_DATES = Set.of(
            "loanAmount",
            "balance",
            "balanceInCapitals",
            "amount",
            "amountInCapitals",
            "issuedOn",
            "maturesOn",
            "whitelistEnd",
            "today",
            "meetingDate");
    private static final List<Table> TABLES = List.of(Table.WOOD, Table.DESK, Table.CLOTH, Table.BRIGHT);
    private static final double ALTERED = 0.5;
    private static final int WEIGHTY = 6;

    static Subject of(Studio studio, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        int turn = random.nextInt(10) < 6 ? 0 : 90 * (1 + random.nextInt(3));
        Camera camera = camera(seed, random).turned(turn);
        if (camera.body() != Camera.Body.SCANNER) {
            camera = camera.on(TABLES.get(random.nextInt(TABLES.size())));
        }
        return new Subject(name(camera), scene(studio, seed, random), camera);
    }

    Photo photo() {
        return scene.photographed(camera);
    }

    /** Plain photos and each condition take turns; one photo in five has the phone's full size. */
    private static Camera camera(long seed, SplittableRandom random) {
        int round = (int) Math.floorMod(seed, CONDITIONS.size() + 4L);
        boolean phone = random.nextInt(5) == 0;
        if (round < CONDITIONS.size()) {
            return (phone ? Camera.phone() : Camera.messenger()).with(CONDITIONS.get(round));
        }
        return switch (round - CONDITIONS.size()) {
            case 0 -> Camera.scanner();
            case 1 -> Camera.phone();
            default -> Camera.messenger();
        };
    }

    private static String name(Camera camera) {
        return camera.conditions().isEmpty()
                ? camera.body().name()
                : camera.conditions().iterator().next().name();
    }

    private static Scene scene(Studio studio, long seed, SplittableRandom random) {
        Scene scene = studio.page(seed);
        for (FormBox box : scene.form().boxes(scene.page())) {
            scene = switch (box.kind()) {
                case SIGNATURE -> signed(scene, box, random);
                case DATE -> random.nextInt(10) < 6 ? scene.dated(box.name()) : scene;
                case SEAL ->
                    random.nextInt(10) < 7
                            ? scene.stamped(IN_SEAL_BOXES.get(random.nextInt(IN_SEAL_BOXES.size())), box.name())
                            : scene;
                case TEXT -> box.height() < 60 && random.nextInt(10) < 3 ? scene.written(box.name()) : scene;
                default -> scene;
            };
        }
        if (random.nextInt(10) < 2) {
            scene = scene.straddled();
        }
        if (random.nextInt(10) < 1) {
            scene = scene.stampedAt(
                    random.nextBoolean() ? Stamp.BANK_WORDS : Stamp.BANK_DATE,
                    80 + random.nextInt(250),
                    90 + random.nextInt(500));
        }
        return random.nextDouble() < ALTERED ? altered(scene, random) : scene;
    }

    private static Scene signed(Scene scene, FormBox box, SplittableRandom random) {
        int chance = random.nextInt(20);
        if (chance < 10) {
            return scene.signed(box.name());
        }
        if (chance < 12) {
            return scene.signed(box.name()).stamped(Stamp.FINGERPRINT, box.name());
        }
        return chance == 12
                ? scene.stamped(Stamp.NAME_CHOP, box.name())
                : chance == 13 ? scene.stamped(Stamp.FINGERPRINT, box.name()) : scene;
    }

    private static Scene altered(Scene scene, SplittableRandom random) {
        List<Alteration> kinds = new ArrayList<>(List.of(Alteration.values()));
        while (!kinds.isEmpty()) {
            Alteration kind = kinds.remove(random.nextInt(kinds.size()));
            List<FormBox> boxes = scene.alterable(kind);
            if (!boxes.isEmpty()) {
                List<FormBox> weighty =
                        boxes.stream().filter(Subject::isAmountOrDate).toList();
                boolean chosen = random.nextInt(10) < WEIGHTY && !weighty.isEmpty();
                List<FormBox> among = chosen ? weighty : boxes;
                return scene.altered(
                        kind, among.get(random.nextInt(among.size())).name());
            }
        }
        return scene;
    }

    /** Whether the value of a box is an amount or a date, as forgers choose them. */
    static boolean isAmountOrDate(FormBox box) {
        return AMOUNTS_AND_DATES.contains(box.name());
    }
}
