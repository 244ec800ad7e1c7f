package org.xudai.intake;

import com.code_intelligence.jazzer.api.FuzzedDataProvider;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.xudai.testing.ChangedSample;

/** Files of every kind that is received, small enough to be changed some hundred times a second. */
final class SmallSamples {

    private static final int SMALL = 12_000;
    private static final int MOST = 64;

    private final List<byte[]> samples;
    private final Path file;

    SmallSamples() {
        try {
            samples = HostileFiles.all().stream()
                    .map(HostileFiles.Made::bytes)
                    .filter(bytes -> bytes.length > 0 && bytes.length < SMALL)
                    .toList();
            file = Files.createTempFile("received", ".bin");
            file.toFile().deleteOnExit();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** One of them, changed, where a worker would find it. */
    Path changed(FuzzedDataProvider data) throws IOException {
        byte[] sample = samples.get(data.consumeInt(0, samples.size() - 1));
        return Files.write(file, ChangedSample.of(sample, MOST, data));
    }
}
