/** The renewal in the engine: one delegate for each service task of the diagram, the guard on its human tasks, its rules. */
@NullMarked
package org.xudai.renewal.process;

import org.jspecify.annotations.NullMarked;
