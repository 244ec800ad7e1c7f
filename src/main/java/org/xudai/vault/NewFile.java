package org.xudai.vault;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Files of secrets that are made once, whoever is at it: nobody reads half of one, and who was faster keeps his. */
public final class NewFile {

    private NewFile() {}

    /** Makes a file that only its owner may read; leaves one that is there as it is. */
    public static void put(Path file, byte[] content) throws IOException {
        Path finished = Files.createTempFile(file.toAbsolutePath().getParent(), ".", ".new");
        try {
            Files.write(finished, content);
            name(finished, file);
        } finally {
            Files.delete(finished);
        }
    }

    /**
     * Gives a finished file its name, unless the name is taken. A hard link is made or refused in one step, where a renaming
     * would put itself in the place of a file that others have read already.
     */
    public static void name(Path finished, Path file) throws IOException {
        try {
            Files.createLink(file, finished);
        } catch (FileAlreadyExistsException e) {
            // somebody else was faster
        } catch (UnsupportedOperationException | FileSystemException e) {
            copyUnlessThere(finished, file);
        }
    }

    /** Where the disk knows no links. */
    private static void copyUnlessThere(Path finished, Path file) throws IOException {
        Path second = finished.resolveSibling(finished.getFileName() + ".2");
        Files.copy(finished, second);
        try {
            Files.move(second, file);
        } catch (FileAlreadyExistsException e) {
            Files.delete(second);
        }
    }
}
