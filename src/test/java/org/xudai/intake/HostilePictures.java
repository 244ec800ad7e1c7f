package org.xudai.intake;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.awt.image.DataBufferUShort;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.zip.CRC32;
import java.util.zip.Deflater;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageTypeSpecifier;
import javax.imageio.ImageWriter;
import javax.imageio.stream.ImageOutputStream;
import org.jspecify.annotations.Nullable;

/** Pictures as phones, scanners and attackers make them. */
final class HostilePictures {

    private static final int EXIF_HEAD = 26;

    private HostilePictures() {}

    /** A sheet whose upper left quarter is red. */
    static BufferedImage sheet(int width, int height) {
        BufferedImage sheet = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        Graphics2D graphics = sheet.createGraphics();
        graphics.setColor(Color.WHITE);
        graphics.fillRect(0, 0, width, height);
        graphics.setColor(Color.RED);
        graphics.fillRect(0, 0, width / 2, height / 2);
        graphics.dispose();
        return sheet;
    }

    static byte[] written(BufferedImage picture, String format) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        if (!ImageIO.write(picture, format, out)) {
            throw new IOException("no writer for " + format);
        }
        return out.toByteArray();
    }

    /** A JPEG held sideways: Exif orientation 1 to 8. */
    static byte[] held(BufferedImage picture, int orientation) throws IOException {
        byte[] jpeg = written(picture, "jpg");
        ByteBuffer exif = ByteBuffer.allocate(4 + 6 + EXIF_HEAD);
        exif.putShort((short) 0xffe1).putShort((short) (2 + 6 + EXIF_HEAD));
        exif.put("Exif\0\0".getBytes(StandardCharsets.US_ASCII));
        exif.put("MM".getBytes(StandardCharsets.US_ASCII)).putShort((short) 42).putInt(8);
        exif.putShort((short) 1);
        exif.putShort((short) 0x0112)
                .putShort((short) 3)
                .putInt(1)
                .putShort((short) orientation)
                .putShort((short) 0);
        exif.putInt(0);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.write(jpeg, 0, 2);
        out.writeBytes(exif.array());
        out.write(jpeg, 2, jpeg.length - 2);
        return out.toByteArray();
    }

    /** Half of a JPEG, with a whole one as its thumbnail: an end marker alone proves nothing. */
    static byte[] halfWithThumbnail() throws IOException {
        byte[] jpeg = written(noise(400, 300), "jpg");
        byte[] thumbnail = written(sheet(40, 30), "jpg");
        ByteBuffer segment = ByteBuffer.allocate(4 + thumbnail.length);
        segment.putShort((short) 0xffe1)
                .putShort((short) (2 + thumbnail.length))
                .put(thumbnail);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.write(jpeg, 0, 2);
        out.writeBytes(segment.array());
        out.write(jpeg, 2, jpeg.length / 2);
        return out.toByteArray();
    }

    /** A JPEG that says it has as many pixels as a JPEG can. */
    static byte[] forgedSize() throws IOException {
        byte[] jpeg = written(sheet(40, 30), "jpg");
        for (int i = 0; i + 8 < jpeg.length; i++) {
            if ((jpeg[i] & 0xff) == 0xff && (jpeg[i + 1] & 0xff) == 0xc0) {
                ByteBuffer.wrap(jpeg).putShort(i + 5, (short) 65_520).putShort(i + 7, (short) 65_520);
                return jpeg;
            }
        }
        throw new IllegalStateException("no frame in the JPEG");
    }

    static byte[] halfOf(byte[] whole) {
        return Arrays.copyOf(whole, whole.length / 2);
    }

    static byte[] deepPng() throws IOException {
        BufferedImage deep = new BufferedImage(40, 30, BufferedImage.TYPE_USHORT_GRAY);
        Arrays.fill(((DataBufferUShort) deep.getRaster().getDataBuffer()).getData(), (short) 0x8000);
        return written(deep, "png");
    }

    /** A PNG of a few kilobytes that unpacks to gigabytes. */
    static byte[] bombPng() {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.writeBytes(new byte[] {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n'});
        ByteBuffer header = ByteBuffer.allocate(13);
        header.putInt(60_000).putInt(60_000).put(new byte[] {8, 2, 0, 0, 0});
        chunk(out, "IHDR", header.array());
        byte[] packed = new byte[4096];
        Deflater deflater = new Deflater();
        deflater.setInput(new byte[1 << 20]);
        deflater.finish();
        chunk(out, "IDAT", Arrays.copyOf(packed, deflater.deflate(packed)));
        chunk(out, "IEND", new byte[0]);
        return out.toByteArray();
    }

    /** A PNG with one flipped bit in its data. */
    static byte[] flippedPng() throws IOException {
        byte[] png = written(noise(60, 60), "png");
        png[png.length / 2] ^= 1;
        return png;
    }

    static byte[] tiff(int pages, @Nullable String compression) throws IOException {
        ImageWriter writer = ImageIO.getImageWriter(
                javax.imageio.ImageIO.getImageReadersByFormatName("tiff").next());
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ImageOutputStream out = ImageIO.createImageOutputStream(bytes)) {
            writer.setOutput(out);
            var parameters = writer.getDefaultWriteParam();
            if (compression != null) {
                parameters.setCompressionMode(javax.imageio.ImageWriteParam.MODE_EXPLICIT);
                parameters.setCompressionType(compression);
            }
            writer.prepareWriteSequence(null);
            for (int page = 0; page < pages; page++) {
                BufferedImage sheet = sheet(200, 280);
                writer.writeToSequence(
                        new IIOImage(
                                sheet,
                                List.of(),
                                writer.getDefaultImageMetadata(new ImageTypeSpecifier(sheet), parameters)),
                        parameters);
            }
            writer.endWriteSequence();
        } finally {
            writer.dispose();
        }
        return bytes.toByteArray();
    }

    static BufferedImage noise(int width, int height) {
        BufferedImage noise = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        java.util.Random random = new java.util.Random(7);
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                noise.setRGB(x, y, random.nextInt());
            }
        }
        return noise;
    }

    private static void chunk(ByteArrayOutputStream out, String type, byte[] body) {
        ByteBuffer chunk = ByteBuffer.allocate(12 + body.length);
        byte[] name = type.getBytes(StandardCharsets.US_ASCII);
        CRC32 sum = new CRC32();
        sum.update(name);
        sum.update(body);
        chunk.putInt(body.length).put(name).put(body).putInt((int) sum.getValue());
        out.writeBytes(chunk.array());
    }
}
