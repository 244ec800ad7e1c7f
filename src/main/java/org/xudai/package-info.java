/** Xudai: renewal of a small business's whitelist entry without a visit to the bank. */
@NullMarked
package org.xudai;

import org.jspecify.annotations.NullMarked;
