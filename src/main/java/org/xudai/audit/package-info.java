/** The append-only, hash-chained record of a case: no record, no act. */
@NullMarked
@ApplicationModule(allowedDependencies = {"kernel", "calendar", "vault", "bankseal"})
package org.xudai.audit;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
