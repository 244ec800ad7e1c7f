package org.xudai.forms;

import org.xudai.kernel.CaseNumber;

/**
 * What a page code (页面二维码) says. No personal data; at most 67 alphanumeric characters of ISO/IEC 18004.
 *
 * @param caseNumber the case
 * @param formNumber number of the form
 * @param version issued version
 * @param page page, from 1
 * @param pages how many pages the version has
 */
public record PageCode(CaseNumber caseNumber, int formNumber, int version, int page, int pages) {}
