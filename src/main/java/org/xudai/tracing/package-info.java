/** Traces: what requests, steps of a process and messages did for a case, sent to the bank's collector where there is one. */
@NullMarked
@ApplicationModule(allowedDependencies = {"kernel", "audit"})
package org.xudai.tracing;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
