package org.xudai.portal;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.xudai.kernel.Money;
import org.xudai.kernel.SigningWay;
import org.xudai.renewal.Material;

/**
 * What he handed in and when.
 *
 * @param amount amount applied for
 * @param appliedAt when the signed application came: the time of application
 * @param lines the materials
 * @param size bytes of all files
 */
record Receipt(Money amount, @Nullable Instant appliedAt, List<Line> lines, long size) {

    /**
     * A material of it.
     *
     * @param material the material
     * @param received the document that counts
     */
    record Line(Material material, Material.Received received) {

        public String code() {
            return material.code().value();
        }

        public @Nullable SigningWay way() {
            return received.document().way();
        }

        /** The first eight digits of the first file's SHA-256, in two groups. */
        public String check() {
            String hash = received.document().files().get(0).sha256().value().toUpperCase(Locale.ROOT);
            return hash.substring(0, 4) + " " + hash.substring(4, 8);
        }

        public long photos() {
            return files("image/");
        }

        public long pdfs() {
            return files("application/pdf");
        }

        /** Files that are neither photo nor PDF. */
        public long tables() {
            return received.document().files().size() - photos() - pdfs();
        }

        private long files(String type) {
            return received.document().files().stream()
                    .filter(file -> file.contentType().startsWith(type))
                    .count();
        }
    }
}
