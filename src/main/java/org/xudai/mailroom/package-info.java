/** The mailroom: stacks of scans taken apart, their pages brought to their cases by code, the others assigned by a person. */
@NullMarked
@ApplicationModule(
        allowedDependencies = {"kernel", "audit", "calendar", "vault", "access", "forms", "dossier", "intake", "renewal"
        })
package org.xudai.mailroom;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
