/** Documents of a case: bytes as received, hash, version, object storage, originals. */
@NullMarked
@ApplicationModule(allowedDependencies = {"kernel", "audit", "calendar", "command", "vault"})
package org.xudai.dossier;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
