/** Camunda set-up: job executor, retries, clock, identity, sign-on of its web pages. */
@NullMarked
@ApplicationModule(allowedDependencies = {"kernel", "calendar", "access"})
package org.xudai.engine;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
