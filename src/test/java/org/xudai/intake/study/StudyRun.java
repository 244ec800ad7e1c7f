package org.xudai.intake.study;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicLong;
import org.xudai.intake.studio.Studio;

/**
 * A run of the study that may be broken off: each photo's outcome is a line of JSON in a file, and what is there already is
 * not done again.
 *
 * @param file where the outcomes are kept
 * @param lanes how many photos are looked at side by side
 * @param atMost after how long no further photo is begun
 */
record StudyRun(Path file, int lanes, Duration atMost) {

    private static final ObjectMapper JSON = new ObjectMapper();

    /**
     * The outcomes of photos in the order of their seeds; fewer where there was no time for all.
     *
     * @param first seed of the first
     * @param photos how many
     */
    List<Outcome> outcomes(long first, int photos) throws Exception {
        Files.createDirectories(file.toAbsolutePath().getParent());
        Map<Long, Outcome> done = kept(first, photos);
        long until = System.nanoTime() + atMost.toNanos();
        Studio studio = new Studio();
        AtomicLong next = new AtomicLong(first);
        ExecutorService threads = Executors.newFixedThreadPool(lanes);
        try {
            List<Future<List<Outcome>>> work = new ArrayList<>();
            for (int lane = 0; lane < lanes; lane++) {
                work.add(threads.submit(() -> lane(studio, next, first + photos, done.keySet()::contains, until)));
            }
            List<Outcome> fresh = new ArrayList<>();
            for (Future<List<Outcome>> lane : work) {
                fresh.addAll(lane.get());
            }
            fresh.forEach(outcome -> done.put(outcome.seed(), outcome));
        } finally {
            threads.shutdownNow();
        }
        return List.copyOf(done.values());
    }

    private List<Outcome> lane(
            Studio studio, AtomicLong next, long end, java.util.function.LongPredicate isDone, long until) {
        List<Outcome> outcomes = new ArrayList<>();
        for (long seed = next.getAndIncrement();
                seed < end && System.nanoTime() < until;
                seed = next.getAndIncrement()) {
            if (!isDone.test(seed)) {
                Outcome outcome = Examination.of(Subject.of(studio, seed));
                keep(outcome);
                outcomes.add(outcome);
            }
        }
        return outcomes;
    }

    private synchronized void keep(Outcome outcome) {
        try {
            Files.writeString(
                    file,
                    JSON.writeValueAsString(outcome) + "\n",
                    StandardCharsets.UTF_8,
                    StandardOpenOption.CREATE,
                    StandardOpenOption.APPEND);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Map<Long, Outcome> kept(long first, int photos) throws IOException {
        Map<Long, Outcome> kept = new TreeMap<>();
        if (Files.exists(file)) {
            for (String line : Files.readAllLines(file, StandardCharsets.UTF_8)) {
                Outcome outcome = JSON.readValue(line, Outcome.class);
                if (outcome.seed() >= first && outcome.seed() < first + photos) {
                    kept.put(outcome.seed(), outcome);
                }
            }
        }
        return kept;
    }
}
