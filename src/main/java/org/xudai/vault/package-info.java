/** Keys and encryption: a data key for each case and borrower, wrapped by the key-encryption key; keyed hashes for search. */
@NullMarked
@ApplicationModule(allowedDependencies = {"kernel", "command"})
package org.xudai.vault;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
