/** Questions to a page that came back: each is one class, one fact, and an answer that a level is given to elsewhere. */
@NullMarked
package org.xudai.intake.check;

import org.jspecify.annotations.NullMarked;
