package org.xudai.intake.studio;

import java.awt.AlphaComposite;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.xudai.forms.FormBox;
import org.xudai.forms.PaperForm;

/** The things people do to papers. */
final class Deeds {

    private static final List<String> NOTES = List.of("已核", "见附件", "同意", "联系电话13900000000", "请尽快", "李经理收", "2份");

    private Deeds() {}

    private static Optional<Trace> trace(
            Sheet sheet, Trace.Act act, String kind, @Nullable FormBox box, Rectangle2D mm) {
        return Optional.of(new Trace(
                act, kind, "", box == null ? null : box.name(), sheet.print().inPoints(mm)));
    }

    private static String person(PaperForm form, Chance chance) {
        String signer = form.printed().getOrDefault("signer", "");
        return signer.isBlank() ? Filling.person(chance) : signer;
    }

    /** A signature by pen. */
    record Signing(FormBox box) implements Deed {
        @Override
        public Optional<Trace> on(Sheet sheet, PaperForm form, Chance chance) {
            Rectangle2D place = sheet.print().on(box);
            double high = Math.min(place.getHeight() * chance.between(0.55, 0.95), 14);
            double wide = Math.min(place.getWidth() * chance.between(0.4, 0.85), high * chance.between(1.8, 3.4));
            Rectangle2D hand = new Rectangle2D.Double(
                    place.getX() + chance.between(0.05, 0.95) * (place.getWidth() - wide),
                    place.getY() + chance.between(0.1, 0.9) * (place.getHeight() - high),
                    wide,
                    high);
            Pen pen = Pen.of(chance);
            String name = person(form, chance);
            sheet.inked(
                    around(place, 6), Pressure.FULL, paper -> Handwriting.signature(paper, pen, name, hand, chance));
            return trace(sheet, Trace.Act.SIGNED, "", box, hand);
        }
    }

    /** A date by hand. */
    record Dating(FormBox box) implements Deed {
        @Override
        public Optional<Trace> on(Sheet sheet, PaperForm form, Chance chance) {
            Rectangle2D place = sheet.print().on(box);
            String text = chance.oneOf(List.of("2026年", "2026.", "26.")) + chance.from(10, 12);
            String day = Integer.toString(chance.from(1, 28));
            String date = text.contains("年") ? text + "月" + day + "日" : text + "." + day;
            double high = Math.min(6.5, place.getWidth() * 0.9 / (date.length() * 0.78)) * chance.between(0.75, 1);
            double left = place.getX() + chance.between(1, 3);
            double top = place.getY() + chance.between(0.15, 0.85) * (place.getHeight() - high);
            Pen any = Pen.of(chance);
            Pen pen = any.ofWidth(Math.min(any.width(), 0.7));
            sheet.inked(
                    around(place, 4),
                    Pressure.FULL,
                    paper -> Handwriting.figures(paper, pen, date, left, top, high, chance));
            return trace(
                    sheet,
                    Trace.Act.DATED,
                    "",
                    box,
                    new Rectangle2D.Double(left, top, date.length() * high * 0.75, high));
        }
    }

    /** A stamp in a box, or where told in points. */
    record Stamping(
            Stamp stamp, @Nullable FormBox box, @Nullable Rectangle2D point) implements Deed {
        @Override
        public Optional<Trace> on(Sheet sheet, PaperForm form, Chance chance) {
            double size = stamp.size(chance);
            double x = sheet.paperWidth() / 2;
            double y = sheet.paperHeight() / 2;
            if (box != null) {
                Rectangle2D place = sheet.print().on(box);
                x = place.getCenterX()
                        + chance.about(1.5)
                        + Math.max(0, place.getWidth() - size) * chance.between(-0.3, 0.3);
                y = place.getCenterY() + chance.about(1.5);
            } else if (point != null) {
                x = sheet.print().x(point.getX());
                y = sheet.print().y(point.getY());
            }
            return trace(sheet, Trace.Act.STAMPED, stamp.name(), box, pressed(sheet, form, stamp, size, x, y, chance));
        }
    }

    /** 骑缝章: half of a seal, or a strip of it, at the right edge of a page. */
    record Straddling() implements Deed {
        @Override
        public Optional<Trace> on(Sheet sheet, PaperForm form, Chance chance) {
            double size = Stamp.COMPANY_SEAL.size(chance);
            double x = sheet.paperWidth() + chance.between(-0.3, 0.35) * size;
            double y = chance.between(0.3, 0.85) * sheet.paperHeight();
            Rectangle2D place = pressed(sheet, form, Stamp.COMPANY_SEAL, size, x, y, chance);
            return trace(sheet, Trace.Act.STRADDLED, Stamp.COMPANY_SEAL.name(), null, place);
        }
    }

    private static Rectangle2D pressed(
            Sheet sheet, PaperForm form, Stamp stamp, double size, double x, double y, Chance chance) {
        Rectangle2D place = new Rectangle2D.Double(x - size * 0.75, y - size * 0.75, size * 1.5, size * 1.5);
        String firm = form.printed().getOrDefault("firm", "");
        String owner = firm.isBlank() ? Filling.firm(chance, "武夷山") : firm;
        String person = person(form, chance);
        double turned = stamp.turned(chance);
        Pressure pressure = stamp == Stamp.FINGERPRINT ? Pressure.FULL : Pressure.ofStamp(chance, size);
        sheet.inked(place, pressure, paper -> {
            paper.translate(x, y);
            paper.rotate(turned);
            paper.setColor(stamp.ink(chance));
            stamp.draw(paper, size, owner, person, chance);
        });
        return new Rectangle2D.Double(x - size / 2, y - size / 2, size, size);
    }

    /** A printed value altered. */
    record Altering(Alteration alteration, FormBox box) implements Deed {
        @Override
        public Optional<Trace> on(Sheet sheet, PaperForm form, Chance chance) {
            Forger.Forgery forgery = new Forger(sheet, sheet.print().on(box), form.text(box), chance).alter(alteration);
            return Optional.of(new Trace(
                    Trace.Act.ALTERED,
                    alteration.name(),
                    forgery.figures(),
                    box.name(),
                    sheet.print().inPoints(forgery.place())));
        }
    }

    /** Words by hand where they belong. */
    record Writing(FormBox box) implements Deed {
        @Override
        public Optional<Trace> on(Sheet sheet, PaperForm form, Chance chance) {
            Rectangle2D place = sheet.print().on(box);
            double high = Math.min(6, place.getHeight() * 0.75);
            int letters = (int) Math.max(1, Math.min(18, place.getWidth() * 0.8 / high));
            String text = "结清原贷款收购明前茶青支付包装款和工人工资等".substring(0, letters);
            Pen pen = Pen.of(chance);
            sheet.inked(
                    around(place, 2),
                    Pressure.FULL,
                    paper -> Handwriting.words(paper, pen, text, place.getX() + 1.5, place.getY() + 1, high, chance));
            return trace(sheet, Trace.Act.WRITTEN, "", box, place);
        }
    }

    /** A note in the lower margin or beside the title. */
    record Scribbling() implements Deed {
        @Override
        public Optional<Trace> on(Sheet sheet, PaperForm form, Chance chance) {
            double high = chance.between(4, 8);
            String note = chance.oneOf(NOTES);
            double left = chance.between(15, 60);
            double top = chance.in(0.5) ? chance.between(4, 10) : sheet.paperHeight() - chance.between(12, 20);
            Rectangle2D place = new Rectangle2D.Double(left, top, high * note.length(), high);
            Pen pen = Pen.of(chance);
            sheet.inked(
                    around(place, 3),
                    Pressure.FULL,
                    paper -> Handwriting.words(paper, pen, note, left, top, high, chance));
            return trace(sheet, Trace.Act.SCRIBBLED, "", null, place);
        }
    }

    /** Something laid over a box. */
    record Covering(Cover cover, FormBox box) implements Deed {
        @Override
        public Optional<Trace> on(Sheet sheet, PaperForm form, Chance chance) {
            Rectangle2D place = sheet.print().on(box);
            sheet.laid(paper -> cover.over(paper, place, sheet.paperWidth(), chance));
            return trace(sheet, Trace.Act.COVERED, cover.name(), box, place);
        }
    }

    /** A part of the paper gone: a lower corner torn off, or the foot cut away. */
    record Cutting() implements Deed {
        @Override
        public Optional<Trace> on(Sheet sheet, PaperForm form, Chance chance) {
            double wide = sheet.paperWidth();
            double high = sheet.paperHeight();
            double across = chance.in(0.5) ? wide + 2 : chance.between(40, 110);
            double down = chance.between(40, 110);
            Path2D gone = new Path2D.Double();
            gone.moveTo(-2, high + 2);
            gone.lineTo(-2, high - down);
            gone.lineTo(across * 0.5, high - down * (across > wide ? 1 : 0.55) + chance.about(1.5));
            gone.lineTo(across, across > wide ? high - down : high + 2);
            gone.lineTo(across, high + 2);
            gone.closePath();
            sheet.laid(paper -> {
                paper.setComposite(AlphaComposite.Clear);
                paper.fill(gone);
            });
            return trace(
                    sheet,
                    Trace.Act.CUT,
                    "",
                    null,
                    new Rectangle2D.Double(0, high - down, Math.min(across, wide), down));
        }
    }

    /** Only grey left, with more contrast and specks. */
    record Photocopying() implements Deed {
        @Override
        public Optional<Trace> on(Sheet sheet, PaperForm form, Chance chance) {
            double contrast = chance.between(1.15, 1.5);
            int[] pixels = sheet.pixels();
            for (int i = 0; i < pixels.length; i++) {
                int pixel = pixels[i];
                int alpha = pixel >>> 24;
                if (alpha == 255) {
                    int grey = (30 * (pixel >> 16 & 0xff) + 59 * (pixel >> 8 & 0xff) + 11 * (pixel & 0xff)) / 100;
                    int copied = (int) Math.max(12, Math.min(250, 250 - (250 - grey) * contrast));
                    pixels[i] = 0xff000000 | copied << 16 | copied << 8 | copied;
                }
            }
            int specks = chance.below(60);
            sheet.laid(paper -> {
                paper.setColor(new java.awt.Color(60, 60, 60));
                for (int i = 0; i < specks; i++) {
                    double size = chance.between(0.1, 0.35);
                    paper.fill(new java.awt.geom.Ellipse2D.Double(
                            chance.between(1, sheet.paperWidth() - 1),
                            chance.between(1, sheet.paperHeight() - 1),
                            size,
                            size));
                }
            });
            return Optional.empty();
        }
    }

    private static Rectangle2D around(Rectangle2D place, double more) {
        return new Rectangle2D.Double(
                place.getX() - more, place.getY() - more, place.getWidth() + 2 * more, place.getHeight() + 2 * more);
    }
}
