/** The processes in which hostile bytes are opened: how they are started, spoken to, watched and ended. */
@NullMarked
package org.xudai.intake.worker;

import org.jspecify.annotations.NullMarked;
