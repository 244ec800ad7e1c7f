/** The study: how often inspection is right about photos of the studio, by condition, with intervals. */
@NullMarked
package org.xudai.intake.study;

import org.jspecify.annotations.NullMarked;
