/** Finds the marks that people make on a page: signatures, seals, fingerprints, dates. Plain Java, for a worker process. */
@NullMarked
package org.xudai.intake.marks;

import org.jspecify.annotations.NullMarked;
