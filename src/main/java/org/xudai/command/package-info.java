/** What the commands share: how they read their words, what they need of the system, how they speak and how they end. */
@NullMarked
@ApplicationModule(allowedDependencies = "kernel")
package org.xudai.command;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
