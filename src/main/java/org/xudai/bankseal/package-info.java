/** The bank's seal: a key with its certificate, what it signs, and how such a signature is checked without it. */
@NullMarked
@ApplicationModule(allowedDependencies = {"kernel", "vault"})
package org.xudai.bankseal;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
