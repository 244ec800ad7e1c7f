package org.xudai.intake;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.time.Duration;

/**
 * Within which limits a worker opens files.
 *
 * @param maxPages most pages of a file
 * @param maxMegapixels most pixels of a picture, in millions
 * @param previewSide longest side of a preview in pixels
 * @param patienceMillis how long a page may take before the worker gives it up by itself
 * @param heifConvert path of libheif's {@code heif-convert}, or empty
 * @param memory most memory that such a tool may take, in bytes
 */
record InspectionLimits(
        int maxPages, int maxMegapixels, int previewSide, long patienceMillis, String heifConvert, long memory) {

    @JsonIgnore
    Duration patience() {
        return Duration.ofMillis(patienceMillis);
    }
}
