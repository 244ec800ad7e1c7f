package org.xudai.vault;

import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Keys of 256 bits in a file: a line for each, {@code <id> <64 hexadecimal digits>}, the id one to four of A to Z and 0 to 9.
 * The last one is in use, the ones before it still read what they made. Blank lines and lines that begin with {@code #} are
 * passed over. No error repeats a part of a key.
 */
public final class KeyFile {

    private static final int LENGTH = 32;
    private static final String FORM =
            "a line is an id of one to four of A-Z and 0-9, a blank, and 64 hexadecimal digits";

    private final Map<String, byte[]> keys = new LinkedHashMap<>();
    private final String setting;
    private final Path file;
    private String current = "";

    private KeyFile(String setting, Path file) {
        this.setting = setting;
        this.file = file;
    }

    /**
     * Reads the keys.
     *
     * @param setting name of the setting that names the file; every error begins with it
     * @param file the file, or null where the setting is not set
     * @param makes whether a missing file is made with a key of its own: development only
     * @throws IllegalStateException where there is no usable key; says what to do
     */
    public static KeyFile read(String setting, @Nullable Path file, boolean makes) {
        if (file == null) {
            throw new IllegalStateException(setting + " is not set: name a file of keys (" + FORM
                    + "); docker/secrets.sh makes one, and every node needs the same");
        }
        KeyFile keys = new KeyFile(setting, file);
        try {
            if (makes && !Files.exists(file)) {
                make(file);
            }
            if (!Files.isRegularFile(file)) {
                throw keys.refused(
                        "is missing: put the file of keys back there, or name the right one; a new key does not"
                                + " open what an old one sealed");
            }
            keys.take(Files.readAllLines(file));
        } catch (CharacterCodingException e) {
            throw keys.refused("is no text: " + FORM);
        } catch (IOException e) {
            throw new IllegalStateException(
                    setting + ": " + file + " cannot be read; give the product's user the right to read it", e);
        }
        return keys;
    }

    /** A key for development; another start that was faster keeps its own. */
    private static void make(Path file) throws IOException {
        byte[] key = new byte[LENGTH];
        new SecureRandom().nextBytes(key);
        NewFile.put(file, ("D1 " + HexFormat.of().formatHex(key) + "\n").getBytes(StandardCharsets.US_ASCII));
    }

    private void take(List<String> lines) {
        for (int i = 0; i < lines.size(); i++) {
            String line = lines.get(i).strip();
            if (line.isEmpty() || line.startsWith("#")) {
                continue;
            }
            String[] parts = line.split("\\s+", -1);
            if (parts.length != 2 || !isId(parts[0]) || !parts[1].matches("[0-9a-fA-F]{64}")) {
                throw refused("line " + (i + 1) + " is no key: " + FORM);
            }
            if (keys.putIfAbsent(parts[0], HexFormat.of().parseHex(parts[1])) != null) {
                throw refused("line " + (i + 1) + " has the id of a line before it, " + parts[0]
                        + ": a new key gets an id of its own");
            }
            current = parts[0];
        }
        if (keys.isEmpty()) {
            throw refused("holds no key: " + FORM);
        }
    }

    /** Whether a key of a file can have this id. */
    static boolean isId(String id) {
        return id.matches("[A-Z0-9]{1,4}");
    }

    private IllegalStateException refused(String why) {
        return new IllegalStateException(setting + ": " + file + (why.startsWith("line") ? ", " : " ") + why);
    }

    /** Id of the key in use. */
    public String currentId() {
        return current;
    }

    /** Ids of all keys, in the order of the file. */
    public Set<String> ids() {
        return Set.copyOf(keys.keySet());
    }

    /** The 32 bytes of a key. */
    public Optional<byte[]> find(String id) {
        return Optional.ofNullable(keys.get(id)).map(byte[]::clone);
    }
}
