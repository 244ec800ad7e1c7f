package org.xudai.intake;

import java.time.Duration;
import java.util.Map;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;
import org.xudai.intake.worker.WorkerLimits;
import org.xudai.kernel.Setting;

/**
 * Inspection of uploads.
 *
 * @param maxPages most pages of a file
 * @param maxMegapixels most pixels of a picture, in millions
 * @param previewSide longest side of a preview in pixels
 * @param leastDpi least pixels an inch of paper on a photo of a form; with fewer it has to be taken again
 * @param mostBlur most spread of a line of print on a photo of a form, millimetres on paper (one sigma); with more it has to
 *     be taken again
 * @param retakes how often a page may be asked for again because of the quality of its photo; after that a person looks
 * @param patience longest time the inspection of a batch of pages may take; then its process is killed and an officer looks
 * @param batch how many pages of a file make a batch
 * @param inspectors how many files are inspected at the same time on a node, each in a process of its own
 * @param heifConvert path of libheif's {@code heif-convert}; where there is none, HEIC photos are refused
 * @param levels level of a finding by its code, where the bank wants another than the default: {@code BLOCK ASK INFO}
 * @param worker the processes that open files
 */
@ConfigurationProperties("xudai.intake")
record IntakeSettings(
        @DefaultValue("50") int maxPages,
        @DefaultValue("80") int maxMegapixels,
        @DefaultValue("1754") int previewSide,
        @DefaultValue("80") int leastDpi,
        @DefaultValue("0.45") double mostBlur,
        @DefaultValue("2") int retakes,
        @DefaultValue("20s") Duration patience,
        @DefaultValue("3") int batch,
        @DefaultValue("3") int inspectors,
        @DefaultValue("/usr/bin/heif-convert") String heifConvert,
        @DefaultValue Map<String, Finding.Level> levels,
        @DefaultValue WorkerProcess worker) {

    /**
     * A process that opens files.
     *
     * @param heap its heap
     * @param memory most memory it may take in all, as the system counts it; more and it is killed
     * @param files how many files it takes before another takes its place
     * @param warm how many are kept ready though no file came for long
     * @param idle after so long without a file those beyond are ended
     */
    record WorkerProcess(
            @DefaultValue("512MB") DataSize heap,
            @DefaultValue("1GB") DataSize memory,
            @DefaultValue("200") int files,
            @DefaultValue("1") int warm,
            @DefaultValue("10m") Duration idle) {

        private static final DataSize LEAST_HEAP = DataSize.ofMegabytes(64);

        WorkerProcess {
            Setting.require(
                    heap.compareTo(LEAST_HEAP) >= 0, "xudai.intake.worker.heap", "has to be 64MB or more, not " + heap);
            Setting.require(
                    memory.compareTo(heap) > 0,
                    "xudai.intake.worker.memory",
                    "has to be more than xudai.intake.worker.heap, not " + memory);
            Setting.atLeast(1, "xudai.intake.worker.files", files);
            Setting.atLeast(0, "xudai.intake.worker.warm", warm);
            Setting.positive("xudai.intake.worker.idle", idle);
        }
    }

    private static final int OWN_PATIENCE = 3;
    private static final int PATIENCE = 4;

    /** A burst of uploads is waited for; a longer one is tried again later. */
    private static final int WAITING = 6;

    IntakeSettings {
        Setting.atLeast(1, "xudai.intake.max-pages", maxPages);
        Setting.atLeast(1, "xudai.intake.max-megapixels", maxMegapixels);
        Setting.atLeast(100, "xudai.intake.preview-side", previewSide);
        Setting.atLeast(1, "xudai.intake.least-dpi", leastDpi);
        Setting.require(mostBlur > 0, "xudai.intake.most-blur", "has to be more than 0, not " + mostBlur);
        Setting.atLeast(0, "xudai.intake.retakes", retakes);
        Setting.positive("xudai.intake.patience", patience);
        Setting.atLeast(1, "xudai.intake.batch", batch);
        Setting.atLeast(1, "xudai.intake.inspectors", inspectors);
    }

    /** What a worker is told of them. It gives up a page by itself a little before it is killed, and lives. */
    InspectionLimits limits() {
        return new InspectionLimits(
                maxPages,
                maxMegapixels,
                previewSide,
                patience.multipliedBy(OWN_PATIENCE).dividedBy(PATIENCE).toMillis(),
                heifConvert,
                worker.memory().toBytes());
    }

    WorkerLimits workerLimits() {
        return new WorkerLimits(
                inspectors,
                worker.warm(),
                worker.heap(),
                worker.memory(),
                worker.files(),
                worker.idle(),
                patience.multipliedBy(WAITING));
    }
}
