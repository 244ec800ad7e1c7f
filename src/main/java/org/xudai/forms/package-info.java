/** Form templates, filling, page codes, answers in draft. */
@NullMarked
@ApplicationModule(allowedDependencies = {"kernel", "audit", "calendar", "pdf", "vault"})
package org.xudai.forms;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
