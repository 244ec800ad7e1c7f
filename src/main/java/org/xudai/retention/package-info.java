/** How long what is known of cases and borrowers is kept, what a legal hold keeps longer, and how the rest is forgotten. */
@NullMarked
@ApplicationModule(
        allowedDependencies = {
            "kernel",
            "audit",
            "bankseal",
            "calendar",
            "vault",
            "access",
            "loanbook",
            "dossier",
            "mailroom",
            "renewal"
        })
package org.xudai.retention;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
