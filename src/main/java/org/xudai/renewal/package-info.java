/** The renewal case and its process; one delegate per BPMN step in {@code process}. */
@NullMarked
@ApplicationModule(
        allowedDependencies = {
            "kernel",
            "audit",
            "calendar",
            "access",
            "loanbook",
            "forms",
            "dossier",
            "intake",
            "pdf",
            "signing",
            "notices",
            "tracing",
            "vault"
        })
package org.xudai.renewal;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
