package org.xudai.pdf;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;

/** The outline of one glyph on a coarser grid; an outline made of others, or with hints, stays as it is. */
final class GlyphOutline {

    private static final int HEADER = 10;
    private static final int ON_CURVE = 0x01;
    private static final int X_SHORT = 0x02;
    private static final int Y_SHORT = 0x04;
    private static final int REPEAT = 0x08;
    private static final int X_SAME = 0x10;
    private static final int Y_SAME = 0x20;
    private static final int BYTE = 255;

    private final ByteBuffer data;
    private final int step;

    GlyphOutline(ByteBuffer data, int step) {
        this.data = data;
        this.step = step;
    }

    /** A point of a contour. */
    private record Point(int x, int y, boolean on) {}

    byte[] bytes() {
        int contours = data.getShort(0);
        if (contours <= 0 || data.getShort(HEADER + 2 * contours) != 0) {
            byte[] same = new byte[data.remaining()];
            data.get(0, same);
            return same;
        }
        int[] ends = new int[contours];
        for (int i = 0; i < contours; i++) {
            ends[i] = Short.toUnsignedInt(data.getShort(HEADER + 2 * i));
        }
        List<Point> points = points(ends[contours - 1] + 1, HEADER + 2 * contours + 2);
        List<Point> kept = new ArrayList<>();
        int[] newEnds = new int[contours];
        int from = 0;
        for (int i = 0; i < contours; i++) {
            kept.addAll(thinned(points.subList(from, ends[i] + 1)));
            newEnds[i] = kept.size() - 1;
            from = ends[i] + 1;
        }
        return encoded(newEnds, kept);
    }

    private List<Point> points(int count, int flagsAt) {
        int at = flagsAt;
        int[] flags = new int[count];
        for (int i = 0; i < count; i++) {
            int flag = data.get(at++);
            flags[i] = flag;
            if ((flag & REPEAT) != 0) {
                for (int times = Byte.toUnsignedInt(data.get(at++)); times > 0; times--) {
                    flags[++i] = flag;
                }
            }
        }
        int[] xs = new int[count];
        at = coordinates(flags, xs, at, X_SHORT, X_SAME);
        int[] ys = new int[count];
        coordinates(flags, ys, at, Y_SHORT, Y_SAME);
        List<Point> points = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            points.add(new Point(coarse(xs[i]), coarse(ys[i]), (flags[i] & ON_CURVE) != 0));
        }
        return points;
    }

    private int coordinates(int[] flags, int[] values, int start, int isShort, int isSame) {
        int at = start;
        int value = 0;
        for (int i = 0; i < flags.length; i++) {
            if ((flags[i] & isShort) != 0) {
                int delta = Byte.toUnsignedInt(data.get(at++));
                value += (flags[i] & isSame) != 0 ? delta : -delta;
            } else if ((flags[i] & isSame) == 0) {
                value += data.getShort(at);
                at += 2;
            }
            values[i] = value;
        }
        return at;
    }

    private int coarse(int value) {
        return Math.floorDiv(value + step / 2, step) * step;
    }

    /** Leaves out points that fell together, and those on a straight line between their neighbours. */
    private static List<Point> thinned(List<Point> contour) {
        List<Point> kept = new ArrayList<>(contour);
        for (int i = 0; i < kept.size() && kept.size() > 3; ) {
            Point before = kept.get((i + kept.size() - 1) % kept.size());
            Point point = kept.get(i);
            Point after = kept.get((i + 1) % kept.size());
            if (needless(before, point, after)) {
                kept.remove(i);
                i = Math.max(0, i - 1);
            } else {
                i++;
            }
        }
        return kept;
    }

    private static boolean needless(Point before, Point point, Point after) {
        if (point.equals(before)) {
            return true;
        }
        if (!point.on()) {
            return false;
        }
        if (!before.on() && !after.on()) {
            return 2 * point.x() == before.x() + after.x() && 2 * point.y() == before.y() + after.y();
        }
        long cross = (long) (point.x() - before.x()) * (after.y() - before.y())
                - (long) (point.y() - before.y()) * (after.x() - before.x());
        long along = (long) (point.x() - before.x()) * (after.x() - point.x())
                + (long) (point.y() - before.y()) * (after.y() - point.y());
        return before.on() && after.on() && cross == 0 && along >= 0;
    }

    private byte[] encoded(int[] ends, List<Point> points) {
        ByteArrayOutputStream flags = new ByteArrayOutputStream();
        ByteArrayOutputStream xs = new ByteArrayOutputStream();
        ByteArrayOutputStream ys = new ByteArrayOutputStream();
        int x = 0;
        int y = 0;
        for (Point point : points) {
            int flag = point.on() ? ON_CURVE : 0;
            flag |= write(point.x() - x, xs, X_SHORT, X_SAME);
            flag |= write(point.y() - y, ys, Y_SHORT, Y_SAME);
            flags.write(flag);
            x = point.x();
            y = point.y();
        }
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        byte[] header = new byte[HEADER];
        data.get(0, header);
        out.writeBytes(header);
        for (int end : ends) {
            word(out, end);
        }
        word(out, 0);
        out.writeBytes(flags.toByteArray());
        out.writeBytes(xs.toByteArray());
        out.writeBytes(ys.toByteArray());
        return out.toByteArray();
    }

    private static int write(int delta, ByteArrayOutputStream out, int isShort, int isSame) {
        if (delta == 0) {
            return isSame;
        }
        if (Math.abs(delta) <= BYTE) {
            out.write(Math.abs(delta));
            return isShort | (delta > 0 ? isSame : 0);
        }
        word(out, delta);
        return 0;
    }

    private static void word(ByteArrayOutputStream out, int value) {
        out.write(value >> 8);
        out.write(value);
    }
}
