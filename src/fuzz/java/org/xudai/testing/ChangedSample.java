package org.xudai.testing;

import com.code_intelligence.jazzer.api.FuzzedDataProvider;
import java.io.ByteArrayOutputStream;

/** A good sample with a part of it changed: a blind start never gets past a signature, a directory or a boundary. */
public final class ChangedSample {

    private ChangedSample() {}

    /**
     * What was guessed, alone or in place of a part of the sample; takes all that is left of the guess.
     *
     * @param most most bytes that are replaced
     */
    public static byte[] of(byte[] sample, int most, FuzzedDataProvider data) {
        int from = data.consumeInt(0, sample.length);
        int to = data.consumeInt(from, Math.min(sample.length, from + most));
        boolean alone = data.consumeBoolean();
        byte[] middle = data.consumeRemainingAsBytes();
        if (alone) {
            return middle;
        }
        ByteArrayOutputStream changed = new ByteArrayOutputStream();
        changed.write(sample, 0, from);
        changed.write(middle, 0, middle.length);
        changed.write(sample, to, sample.length - to);
        return changed.toByteArray();
    }
}
