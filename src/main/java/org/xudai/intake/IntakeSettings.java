package org.xudai.intake;

import java.time.Duration;
import java.util.Map;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.xudai.kernel.Setting;

/**
 * Inspection of uploads.
 *
 * @param maxPages most pages of a file
 * @param maxMegapixels most pixels of a picture, in millions
 * @param previewSide longest side of a preview in pixels
 * @param patience longest time the inspection of one file may take; then an officer looks
 * @param inspectors how many files are inspected at the same time on a node
 * @param heifConvert path of libheif's {@code heif-convert}; where there is none, HEIC photos are refused
 * @param levels level of a finding by its code, where the bank wants another than the default: {@code BLOCK ASK INFO}
 */
@ConfigurationProperties("xudai.intake")
record IntakeSettings(
        @DefaultValue("50") int maxPages,
        @DefaultValue("80") int maxMegapixels,
        @DefaultValue("1600") int previewSide,
        @DefaultValue("20s") Duration patience,
        @DefaultValue("3") int inspectors,
        @DefaultValue("/usr/bin/heif-convert") String heifConvert,
        @DefaultValue Map<String, Finding.Level> levels) {

    IntakeSettings {
        Setting.atLeast(1, "xudai.intake.max-pages", maxPages);
        Setting.atLeast(1, "xudai.intake.max-megapixels", maxMegapixels);
        Setting.atLeast(100, "xudai.intake.preview-side", previewSide);
        Setting.positive("xudai.intake.patience", patience);
        Setting.atLeast(1, "xudai.intake.inspectors", inspectors);
    }
}
