package org.xudai.intake.worker;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Directories for files of others: open to this user alone, and gone when they are done with. */
public final class Directories {

    private static final String PREFIX = "xudai-inspection-";

    private Directories() {}

    /** A directory for this process; what processes that are no more have left behind is deleted. */
    static Path ofThisProcess() throws IOException {
        Path temporary = Path.of(System.getProperty("java.io.tmpdir"));
        try (Stream<Path> known = Files.list(temporary)) {
            for (Path left : known.filter(Directories::isLeftBehind).toList()) {
                delete(left);
            }
        }
        return Files.createTempDirectory(
                temporary, PREFIX + ProcessHandle.current().pid() + "-");
    }

    private static boolean isLeftBehind(Path directory) {
        String name = directory.getFileName().toString();
        if (!name.matches(PREFIX + "\\d{1,10}-\\d+") || !Files.isWritable(directory)) {
            return false;
        }
        long pid = Long.parseLong(name.substring(PREFIX.length(), name.indexOf('-', PREFIX.length())));
        return ProcessHandle.of(pid).isEmpty();
    }

    /** Deletes what is in a directory, and never what a link in it leads to. */
    public static void empty(Path directory) throws IOException {
        List<Path> within;
        try (Stream<Path> files = Files.list(directory)) {
            within = files.toList();
        }
        for (Path file : within) {
            delete(file);
        }
    }

    static void delete(Path root) throws IOException {
        if (!Files.exists(root, LinkOption.NOFOLLOW_LINKS)) {
            return;
        }
        Files.walkFileTree(root, new SimpleFileVisitor<>() {

            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                Files.deleteIfExists(file);
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFileFailed(Path file, IOException fault) {
                return FileVisitResult.CONTINUE; // somebody was faster
            }

            @Override
            public FileVisitResult postVisitDirectory(Path directory, @Nullable IOException fault) throws IOException {
                Files.deleteIfExists(directory);
                return FileVisitResult.CONTINUE;
            }
        });
    }
}
