package org.xudai.intake;

import java.util.Map;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Inspection of uploads.
 *
 * @param maxPages most pages of a document
 * @param maxMegapixels most pixels of a picture, in millions
 * @param previewSide longest side of a preview in pixels
 * @param levels level of a finding by its code, where the bank wants another than the default: {@code BLOCK ASK INFO}
 */
@ConfigurationProperties("xudai.intake")
record IntakeSettings(
        @DefaultValue("50") int maxPages,
        @DefaultValue("80") int maxMegapixels,
        @DefaultValue("1600") int previewSide,
        @DefaultValue Map<String, Finding.Level> levels) {}
