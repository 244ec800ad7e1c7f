package org.xudai.intake;

import org.xudai.forms.FormLayout;

/**
 * A page as it was issued, for a worker to compare with.
 *
 * @param form names the issued version among those of one talk
 * @param page its number, from 1
 * @param layout its size and boxes
 */
record IssuedSheet(String form, int page, FormLayout.Page layout) {}
