/** Working days, T-minus arithmetic and the one clock of the system. */
@NullMarked
@ApplicationModule(allowedDependencies = {"kernel"})
package org.xudai.calendar;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
