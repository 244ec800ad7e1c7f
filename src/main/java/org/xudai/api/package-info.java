/** The REST interface, version 1. */
@NullMarked
@ApplicationModule(
        allowedDependencies = {
            "kernel",
            "web",
            "access",
            "audit",
            "bankseal",
            "calendar",
            "loanbook",
            "mailroom",
            "forms",
            "dossier",
            "intake",
            "pdf",
            "signing",
            "notices",
            "renewal",
            "review",
            "evidence",
            "retention"
        })
package org.xudai.api;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
