/** Compares a received picture of a page with the page as it was issued: plain Java on arrays, for a worker process. */
@NullMarked
package org.xudai.intake.compare;

import org.jspecify.annotations.NullMarked;
