/** The one safe door to PDFBox: limits, fonts, rendering. */
@NullMarked
@ApplicationModule(allowedDependencies = {"kernel"})
package org.xudai.pdf;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
