/** Worklists, claiming, decisions, four eyes. */
@NullMarked
@ApplicationModule(
        allowedDependencies = {
            "kernel",
            "audit",
            "calendar",
            "access",
            "renewal",
            "dossier",
            "intake",
            "notices",
            "vault"
        })
package org.xudai.review;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
