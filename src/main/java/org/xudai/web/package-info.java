/** What all sites share: problem pages, content policy, language, layout. */
@NullMarked
@ApplicationModule(allowedDependencies = {"kernel", "calendar"})
package org.xudai.web;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
