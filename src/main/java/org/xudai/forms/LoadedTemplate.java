package org.xudai.forms;

/**
 * A form as loaded.
 *
 * @param template what it is
 * @param pdf its bytes
 * @param layout where things are
 */
@SuppressWarnings("ArrayRecordComponent") // read once and kept; nobody compares it
record LoadedTemplate(FormTemplate template, byte[] pdf, FormLayout layout) {}
