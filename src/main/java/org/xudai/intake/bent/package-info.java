/** Reads page codes on bent and slanting paper, where finding them as on a flat sheet fails: plain Java, for a worker process. */
@NullMarked
package org.xudai.intake.bent;

import org.jspecify.annotations.NullMarked;
