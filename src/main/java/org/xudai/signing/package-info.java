/** Signatures drawn on the screen and made by certificate: the bank's seal over them, time stamps, validation. */
@NullMarked
@ApplicationModule(allowedDependencies = {"kernel", "audit", "pdf", "vault", "bankseal", "dossier"})
package org.xudai.signing;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
