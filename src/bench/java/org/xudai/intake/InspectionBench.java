package org.xudai.intake;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.util.unit.DataSize;
import org.xudai.bench.Figures;
import org.xudai.bench.Load;
import org.xudai.intake.compare.RawParts;
import org.xudai.intake.studio.Photo;

/**
 * What the inspection of a photo of a form costs: processor time of a real worker against its raw parts, each measured in a
 * process started as a worker is, and the time by the clock while three photos come at once. {@code -Dbench.photos} (11, one
 * of each condition), {@code -Dbench.rounds} (4), {@code -Dbench.seed}.
 */
@Tag("bench")
class InspectionBench {

    private static final int PHOTOS = Load.size("photos", 11);
    private static final int ROUNDS = Load.size("rounds", 4);
    private static final long SEED = Load.size("seed", 40_000);
    private static final int WARM_UP = 2;
    private static final int AT_ONCE = 3;

    private static final FileInspector.Previews NOWHERE = new FileInspector.Previews() {

        @Override
        public void page(int page, byte[] png) {}

        @Override
        public void straight(int page, byte[] png) {}
    };

    @Test
    void processorTimeAgainstRawParts() throws Exception {
        ReturnedPapers papers = new ReturnedPapers(SEED, PHOTOS);
        Figures figures = new Figures("inspection-processor").note("load", load());
        double whole = whole(papers);
        JsonNode parts = new ObjectMapper().readTree(RawParts.inAnotherProcess(SEED, PHOTOS, ROUNDS));
        for (Map.Entry<String, JsonNode> part : parts.properties()) {
            figures.note(part.getKey() + "Millis", part.getValue().asDouble());
        }
        figures.note("workerMillis", whole)
                .note("workerToBareParts", whole / sum(parts, "decode", "code", "warp", "difference"))
                .note("workerToFoundParts", whole / sum(parts, "decode", "code", "find", "warp", "difference"))
                .note("workerToComparedParts", whole / sum(parts, "decode", "code", "compare"))
                .write();
    }

    /** Milliseconds of a worker's processor for one photo. */
    private static double whole(ReturnedPapers papers) throws IOException {
        try (InspectionRoom room = new InspectionRoom(settings(1))) {
            for (int round = 0; round < WARM_UP; round++) {
                inspectAll(room, papers);
            }
            long worker = room.workers().pids().get(0);
            Duration before = processor(worker);
            for (int round = 0; round < ROUNDS; round++) {
                inspectAll(room, papers);
            }
            assertThat(room.workers().pids()).containsExactly(worker);
            return processor(worker).minus(before).toMillis() / (double) (ROUNDS * PHOTOS);
        }
    }

    private static void inspectAll(InspectionRoom room, ReturnedPapers papers) throws IOException {
        for (Photo photo : papers.photos()) {
            inspect(room, papers, photo);
        }
    }

    private static void inspect(InspectionRoom room, ReturnedPapers papers, Photo photo) throws IOException {
        InspectedFile file = room.inspect(photo.jpeg(), papers, NOWHERE);
        assertThat(file.hasProblem()).as(String.valueOf(file.problem())).isFalse();
    }

    private static Duration processor(long pid) {
        return ProcessHandle.of(pid)
                .flatMap(process -> process.info().totalCpuDuration())
                .orElseThrow();
    }

    @Test
    void threePhotosAtOnce() throws Exception {
        ReturnedPapers papers = new ReturnedPapers(SEED, PHOTOS);
        Figures figures = new Figures("inspection-verdicts").note("loadBefore", load());
        try (InspectionRoom room = new InspectionRoom(settings(AT_ONCE))) {
            List<Double> first = clock(room, papers, papers.photos().subList(0, AT_ONCE));
            for (int round = 0; round < WARM_UP; round++) {
                clock(room, papers, papers.photos());
            }
            List<Double> seconds = new ArrayList<>();
            for (int round = 0; round < ROUNDS; round++) {
                seconds.addAll(clock(room, papers, papers.photos()));
            }
            Collections.sort(seconds);
            figures.note("photos", seconds.size())
                    .note("coldSecondsMost", Collections.max(first))
                    .note("secondsP50", seconds.get((seconds.size() - 1) / 2))
                    .note("secondsP95", seconds.get((int) (0.95 * (seconds.size() - 1))))
                    .note("secondsMost", seconds.get(seconds.size() - 1))
                    .note("loadAfter", load())
                    .write();
        }
    }

    /** Seconds by the clock of each photo, while as many come at once as there are workers. */
    private static List<Double> clock(InspectionRoom room, ReturnedPapers papers, List<Photo> photos) throws Exception {
        List<Double> seconds = Collections.synchronizedList(new ArrayList<>());
        Load.seconds(
                AT_ONCE,
                photos,
                photo -> {
                    long start = System.nanoTime();
                    inspect(room, papers, photo);
                    seconds.add(Load.since(start));
                },
                () -> {});
        return List.copyOf(seconds);
    }

    /** As at a bank, but for the number of workers. */
    private static IntakeSettings settings(int inspectors) {
        return new IntakeSettings(
                50,
                80,
                1754,
                80,
                0.45,
                2,
                Duration.ofMinutes(1),
                3,
                inspectors,
                "/usr/bin/heif-convert",
                Map.of(),
                new IntakeSettings.WorkerProcess(
                        DataSize.ofMegabytes(512), DataSize.ofGigabytes(1), 1000, 1, Duration.ofMinutes(10)));
    }

    private static double load() {
        return ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage();
    }

    private static double sum(JsonNode parts, String... names) {
        double sum = 0;
        for (String name : names) {
            sum += parts.get(name).asDouble();
        }
        return sum;
    }
}
