/** The borrower pages. */
@NullMarked
@ApplicationModule(
        allowedDependencies = {
            "kernel",
            "web",
            "access",
            "audit",
            "calendar",
            "loanbook",
            "forms",
            "dossier",
            "intake",
            "pdf",
            "signing",
            "notices",
            "renewal",
            "vault"
        })
package org.xudai.portal;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
