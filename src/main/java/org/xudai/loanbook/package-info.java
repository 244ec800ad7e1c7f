/** Loans, borrowers, parties and the whitelist; import; the port to the core banking system. */
@NullMarked
@ApplicationModule(allowedDependencies = {"kernel", "audit", "calendar", "access", "vault"})
package org.xudai.loanbook;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
