package org.xudai.forms;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;

/** The keys of the page codes, by id. The start is refused without them; development makes its own. */
@Component
class PageCodeKeys {

    private static final int LENGTH = 32;

    private final Map<String, byte[]> keys = new LinkedHashMap<>();
    private final String current;

    PageCodeKeys(FormSettings settings, Environment environment) {
        Path file = settings.pageCodeKeyFile();
        boolean development = environment.getProperty("xudai.development", Boolean.class, false);
        if (file == null) {
            throw new IllegalStateException("xudai.forms.page-code-key-file is not set: page codes need a key");
        }
        try {
            if (!Files.exists(file)) {
                if (!development) {
                    throw new IllegalStateException(
                            "xudai.forms.page-code-key-file: " + file + " is missing; page codes need a key");
                }
                make(file);
            }
            String last = "";
            for (String line : Files.readAllLines(file)) {
                if (!line.isBlank()) {
                    last = read(line.strip(), file);
                }
            }
            if (last.isEmpty()) {
                throw new IllegalStateException(file + " holds no key");
            }
            current = last;
        } catch (IOException e) {
            throw new UncheckedIOException("the keys of the page codes cannot be read", e);
        }
    }

    /** A key for development; another start that was faster keeps its own. */
    private static void make(Path file) throws IOException {
        byte[] key = new byte[LENGTH];
        new SecureRandom().nextBytes(key);
        try {
            Files.writeString(
                    file,
                    "D1 " + HexFormat.of().formatHex(key) + "\n",
                    StandardOpenOption.CREATE_NEW,
                    StandardOpenOption.WRITE);
        } catch (FileAlreadyExistsException e) {
            // a second context of the same development machine has made it
        }
    }

    private String read(String line, Path file) {
        String[] parts = line.split("\\s+", -1);
        if (parts.length != 2 || !parts[0].matches("[A-Z0-9]{1,4}") || !parts[1].matches("[0-9a-fA-F]{64}")) {
            throw new IllegalStateException(file + ": a line is no key");
        }
        keys.put(parts[0], HexFormat.of().parseHex(parts[1]));
        return parts[0];
    }

    String currentId() {
        return current;
    }

    Optional<byte[]> find(String id) {
        return Optional.ofNullable(keys.get(id));
    }
}
