/** Messages out: mail and SMS; outbox, receipts, quiet hours. */
@NullMarked
@ApplicationModule(allowedDependencies = {"kernel", "audit", "calendar", "vault", "tracing"})
package org.xudai.notices;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
