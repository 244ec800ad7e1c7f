/** The evidence box of a case. */
@NullMarked
@ApplicationModule(
        allowedDependencies = {
            "kernel",
            "audit",
            "bankseal",
            "calendar",
            "command",
            "renewal",
            "dossier",
            "forms",
            "intake",
            "pdf",
            "review",
            "signing"
        })
package org.xudai.evidence;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
