/** One class per BPMN step; the only code of the renewal that imports the process engine. */
@NullMarked
package org.xudai.renewal.process;

import org.jspecify.annotations.NullMarked;
