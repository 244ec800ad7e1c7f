/** Staff, roles, branches and who covers whom; invitation links, one-time codes, sessions. */
@NullMarked
@ApplicationModule(allowedDependencies = {"kernel", "audit", "calendar", "notices", "vault"})
package org.xudai.access;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
