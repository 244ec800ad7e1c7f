/** Values every room speaks: numbers, identities, money, hashes, and how they are masked. */
@NullMarked
@ApplicationModule(allowedDependencies = {})
package org.xudai.kernel;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
