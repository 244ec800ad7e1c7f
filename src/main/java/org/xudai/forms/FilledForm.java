package org.xudai.forms;

/**
 * A form made for a case, not yet issued.
 *
 * @param code form code
 * @param version version for the page codes, from 1
 * @param pages how many pages
 * @param pdf the bytes
 * @param layout where things are
 */
public record FilledForm(String code, int version, int pages, byte[] pdf, FormLayout layout) {}
