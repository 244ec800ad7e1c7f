package org.xudai.intake;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.springframework.util.unit.DataSize;
import org.xudai.intake.FileInspector.Expected;
import org.xudai.intake.FileInspector.Previews;
import org.xudai.intake.worker.WorkerPool;
import org.xudai.signing.ExpectedPaper;
import org.xudai.signing.TrustMaterial;

/** Workers and who asks them, without a node round them. */
final class InspectionRoom implements AutoCloseable {

    private final WorkerPool workers;
    private final FileInspector inspector;

    InspectionRoom(IntakeSettings settings) {
        this.workers = new IntakeConfiguration().inspectionWorkers(settings);
        this.inspector = new WorkerInspector(
                workers, settings, new IntakeMeters(new SimpleMeterRegistry(), Clock.systemUTC(), workers));
    }

    /** As at a bank, but for what is named: nothing is kept warm. */
    static IntakeSettings settings(Duration patience, DataSize heap, DataSize memory, int files, Duration idle) {
        return new IntakeSettings(
                50,
                80,
                1754,
                80,
                0.45,
                2,
                patience,
                3,
                2,
                "/usr/bin/heif-convert",
                Map.of(),
                new IntakeSettings.WorkerProcess(heap, memory, files, 0, idle));
    }

    static IntakeSettings settings(Duration patience) {
        return settings(patience, DataSize.ofMegabytes(512), DataSize.ofGigabytes(1), 200, Duration.ofMinutes(1));
    }

    WorkerPool workers() {
        return workers;
    }

    /** Takes the pages as officers see them. */
    interface Pages {
        void page(int page, byte[] png);
    }

    InspectedFile inspect(byte[] file) throws IOException {
        return inspect(file, (page, png) -> {});
    }

    InspectedFile inspect(byte[] file, Pages pages) throws IOException {
        Previews previews = new Previews() {

            @Override
            public void page(int page, byte[] png) {
                pages.page(page, png);
            }

            @Override
            public void straight(int page, byte[] png) {
                throw new IllegalStateException("nothing was issued here");
            }
        };
        return inspect(file, nothingIssued(), previews);
    }

    InspectedFile inspect(byte[] file, IssuedSource issued, Previews previews) throws IOException {
        SignatureQuestion nobodyKnown = new SignatureQuestion(
                TrustMaterial.NONE, ExpectedPaper.ANY, Clock.systemUTC().millis());
        return inspector.inspect(
                1, () -> new ByteArrayInputStream(file), new Expected(true, true, nobodyKnown), issued, previews);
    }

    @Override
    public void close() {
        workers.close();
    }

    /** Knows of no page that was issued. */
    static IssuedSource nothingIssued() {
        return new IssuedSource() {

            @Override
            public Optional<IssuedSheet> named(String code) {
                return Optional.empty();
            }

            @Override
            public byte[] pdf(IssuedSheet sheet) throws IOException {
                throw new IOException("no page was issued");
            }
        };
    }
}
