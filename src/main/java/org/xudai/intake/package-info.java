/** Receives an upload, inspects it, says what is wrong and where. */
@NullMarked
@ApplicationModule(allowedDependencies = {"kernel", "audit", "calendar", "pdf", "forms", "dossier", "vault", "signing"})
package org.xudai.intake;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
