package org.xudai.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.awaitility.Awaitility.await;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.springframework.util.unit.DataSize;
import org.xudai.intake.worker.WorkerEnd;

/** Files are opened in processes of their own: what a file does to such a process is no harm to the node. */
class WorkerInspectorTests {

    private static final Duration PATIENCE = Duration.ofMinutes(1);
    private static final DataSize HEAP = DataSize.ofMegabytes(512);
    private static final DataSize MEMORY = DataSize.ofGigabytes(1);
    private static final Duration LONG = Duration.ofMinutes(1);

    @Test
    void aFileIsOpenedInAnotherProcessThatIsReadyForTheNext() throws Exception {
        try (InspectionRoom room = new InspectionRoom(InspectionRoom.settings(PATIENCE))) {
            List<Integer> pages = new ArrayList<>();

            assertThat(room.workers().pids()).as("before the first file").isEmpty();
            InspectedFile file = room.inspect(HostilePdfs.pages(3), (page, png) -> pages.add(page));
            List<Long> first = room.workers().pids();
            room.inspect(HostilePdfs.plain());

            assertThat(file.hasProblem()).isFalse();
            assertThat(file.drawn()).isTrue();
            assertThat(pages).containsExactly(1, 2, 3);
            assertThat(first).hasSize(1).doesNotContain(ProcessHandle.current().pid());
            assertThat(room.workers().pids()).isEqualTo(first);
        }
    }

    @Test
    void aPreviewShowsThePageAtAHundredAndFiftyDotsAnInch() throws Exception {
        try (InspectionRoom room = new InspectionRoom(InspectionRoom.settings(PATIENCE))) {
            List<byte[]> previews = new ArrayList<>();

            room.inspect(HostilePdfs.scanned(HostilePictures.sheet(2480, 3508)), (page, png) -> previews.add(png));

            BufferedImage shown = ImageIO.read(new ByteArrayInputStream(previews.get(0)));
            assertThat(shown.getHeight()).isBetween(1753, 1755);
        }
    }

    @Test
    @EnabledOnOs(OS.LINUX)
    void theProcessKnowsNothingOfTheNode() throws Exception {
        try (InspectionRoom room = new InspectionRoom(InspectionRoom.settings(PATIENCE))) {
            room.inspect(HostilePdfs.plain());
            Path process = Path.of("/proc", room.workers().pids().get(0).toString());

            assertThat(words(process.resolve("environ"))).containsExactly("LC_ALL=C.UTF-8");
            assertThat(words(process.resolve("cmdline")))
                    .contains("inspect-worker", "-Xmx512m", "-XX:+ExitOnOutOfMemoryError")
                    .noneMatch(word -> word.contains("password") || word.contains("spring."));
        }
    }

    @Test
    @EnabledOnOs(OS.LINUX)
    void itsDirectoryIsItsOwnAndEmptyAfterwards() throws Exception {
        Path directory;
        try (InspectionRoom room = new InspectionRoom(InspectionRoom.settings(PATIENCE))) {
            room.inspect(HostileFiles.named("three-pages.tiff"));
            directory = Files.readSymbolicLink(
                    Path.of("/proc", room.workers().pids().get(0).toString(), "cwd"));

            assertThat(directory).isEmptyDirectory();
            assertThat(Files.getPosixFilePermissions(directory.getParent())).hasSize(3);
            try (Stream<Path> left = Files.list(directory.getParent())) {
                assertThat(left.map(path -> path.getFileName().toString()))
                        .allMatch(name -> name.startsWith("worker-"));
            }
        }
        assertThat(directory.getParent()).doesNotExist();
    }

    @Test
    void aFileThatTakesTooLongKillsItsProcessAlone() throws Exception {
        try (InspectionRoom room = new InspectionRoom(InspectionRoom.settings(Duration.ofMillis(50)))) {
            InspectedFile file = room.inspect(HostilePictures.written(HostilePictures.sheet(6000, 6000), "png"));

            assertThat(file.problem()).isEqualTo("UNREADABLE");
            assertThat(room.workers().ended(WorkerEnd.TIME)).isEqualTo(1);
            assertThat(room.workers().idle()).as("another stands ready").isEqualTo(1);
        }
    }

    @Test
    void timeThatTheNodeTakesIsNotCounted() throws Exception {
        Duration little = Duration.ofSeconds(5);
        try (InspectionRoom room = new InspectionRoom(InspectionRoom.settings(little))) {
            room.inspect(HostilePdfs.plain());
            long start = System.nanoTime();

            InspectedFile file = room.inspect(HostilePdfs.plain(), (page, png) -> await().until(() ->
                    System.nanoTime() - start > little.plusMillis(500).toNanos()));

            assertThat(file.hasProblem()).isFalse();
        }
    }

    @Test
    void aFileThatEatsMemoryKillsItsProcessAlone() throws Exception {
        IntakeSettings little = InspectionRoom.settings(PATIENCE, DataSize.ofMegabytes(128), MEMORY, 200, LONG);
        try (InspectionRoom room = new InspectionRoom(little)) {
            InspectedFile file = room.inspect(HostilePictures.written(HostilePictures.sheet(6000, 6000), "png"));

            assertThat(file.problem()).isEqualTo("UNREADABLE");
            assertThat(room.workers().ended(WorkerEnd.MEMORY)).isEqualTo(1);
            assertThat(room.inspect(HostilePdfs.plain()).hasProblem()).isFalse();
        }
    }

    @Test
    @EnabledOnOs(OS.LINUX)
    void memoryOutsideOfTheHeapCountsToo() {
        IntakeSettings narrow =
                InspectionRoom.settings(PATIENCE, DataSize.ofMegabytes(64), DataSize.ofMegabytes(65), 200, LONG);
        try (InspectionRoom room = new InspectionRoom(narrow)) {
            Throwable refused = catchThrowable(() -> room.inspect(HostilePdfs.pages(50)));

            assertThat(room.workers().ended(WorkerEnd.MEMORY)).isPositive();
            assertThat(room.workers().isStartable()).isEqualTo(refused == null);
        }
    }

    @Test
    void aFileWhoseProcessMerelyDiedIsLookedAtOnceMore() throws Exception {
        try (InspectionRoom room = new InspectionRoom(InspectionRoom.settings(PATIENCE))) {
            List<Integer> pages = new ArrayList<>();

            InspectedFile file = room.inspect(HostilePdfs.pages(20), (page, png) -> {
                pages.add(page);
                if (pages.size() == 2) {
                    kill(room.workers().pids());
                }
            });

            assertThat(file.hasProblem()).isFalse();
            assertThat(file.pages()).hasSize(20);
            assertThat(new TreeSet<>(pages)).hasSize(20);
            assertThat(room.workers().ended(WorkerEnd.DIED)).isEqualTo(1);
        }
    }

    @Test
    void aFileThatKillsEveryProcessIsLeftToAPerson() throws Exception {
        try (InspectionRoom room = new InspectionRoom(InspectionRoom.settings(PATIENCE))) {
            InspectedFile file = room.inspect(
                    HostilePdfs.pages(20), (page, png) -> kill(room.workers().pids()));

            assertThat(file.problem()).isEqualTo("UNREADABLE");
            assertThat(room.workers().ended(WorkerEnd.DIED)).isGreaterThanOrEqualTo(2);
        }
    }

    @Test
    void aProcessThatDiedWhileItWaitedIsNotMissed() throws Exception {
        try (InspectionRoom room = new InspectionRoom(InspectionRoom.settings(PATIENCE))) {
            room.inspect(HostilePdfs.plain());
            kill(room.workers().pids());

            assertThat(room.inspect(HostilePdfs.plain()).hasProblem()).isFalse();
        }
    }

    @Test
    void aStoreThatFailsIsNoFaultOfTheFile() throws Exception {
        try (InspectionRoom room = new InspectionRoom(InspectionRoom.settings(PATIENCE))) {
            assertThatThrownBy(() -> room.inspect(HostilePdfs.plain(), (page, png) -> {
                        throw new UncheckedIOException(new IOException("the store is away"));
                    }))
                    .hasMessageContaining("the store is away");

            assertThat(room.inspect(HostilePdfs.plain()).hasProblem()).isFalse();
        }
    }

    @Test
    void aProcessEndsAfterItsShareOfFilesAndWhenThereIsNothingToDo() throws Exception {
        IntakeSettings few = InspectionRoom.settings(PATIENCE, HEAP, MEMORY, 2, Duration.ofMillis(400));
        try (InspectionRoom room = new InspectionRoom(few)) {
            room.inspect(HostilePdfs.plain());
            room.inspect(HostilePdfs.plain());
            assertThat(room.workers().ended(WorkerEnd.RECYCLED)).isEqualTo(1);

            await().until(() -> room.workers().ended(WorkerEnd.IDLE) == 1);

            assertThat(room.workers().pids()).isEmpty();
        }
    }

    @Test
    void allProcessesEndWithTheNode() throws Exception {
        List<ProcessHandle> processes;
        try (InspectionRoom room = new InspectionRoom(InspectionRoom.settings(PATIENCE))) {
            room.inspect(HostilePdfs.plain());
            processes = room.workers().pids().stream()
                    .map(pid -> ProcessHandle.of(pid).orElseThrow())
                    .toList();
        }
        assertThat(processes).hasSize(1).noneMatch(ProcessHandle::isAlive);
    }

    private static void kill(List<Long> processes) {
        processes.forEach(pid -> ProcessHandle.of(pid).ifPresent(ProcessHandle::destroyForcibly));
    }

    private static List<String> words(Path file) throws IOException {
        return List.of(Files.readString(file, StandardCharsets.UTF_8).split("\0"));
    }
}
