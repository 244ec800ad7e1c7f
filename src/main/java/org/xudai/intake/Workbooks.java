package org.xudai.intake;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/** Looks into XLSX files without opening them as workbooks: macros, connections and bombs show in the archive. */
class Workbooks {

    private static final long LARGEST = 200L * 1024 * 1024;
    private static final int MOST_ENTRIES = 10_000;

    /** Code of what is wrong, or nothing. */
    Optional<String> problem(Path file) {
        try (ZipFile zip = new ZipFile(file.toFile())) {
            if (zip.size() > MOST_ENTRIES) {
                return Optional.of("BOMB");
            }
            long unpacked = 0;
            byte[] buffer = new byte[64 * 1024];
            for (ZipEntry entry : zip.stream().toList()) {
                String name = entry.getName().toLowerCase(Locale.ROOT);
                if (name.endsWith("vbaproject.bin") || name.contains("/macrosheets/") || name.contains("/activex/")) {
                    return Optional.of("ACTIVE_SCRIPT");
                }
                if (name.contains("/embeddings/")) {
                    return Optional.of("ATTACHMENT");
                }
                if (name.contains("/externallinks/") || name.endsWith("/connections.xml")) {
                    return Optional.of("ACTIVE_LINK"); // would be fetched when somebody opens it
                }
                try (InputStream in = zip.getInputStream(entry)) {
                    for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                        unpacked += read;
                        if (unpacked > LARGEST) {
                            return Optional.of("BOMB");
                        }
                    }
                }
            }
            return Optional.empty();
        } catch (IOException | IllegalArgumentException e) {
            return Optional.of("DAMAGED");
        }
    }
}
