/** The officer pages. */
@NullMarked
@ApplicationModule(
        allowedDependencies = {
            "kernel",
            "web",
            "access",
            "audit",
            "calendar",
            "loanbook",
            "mailroom",
            "forms",
            "dossier",
            "intake",
            "notices",
            "renewal",
            "review",
            "evidence",
            "retention",
            "signing"
        })
package org.xudai.desk;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
