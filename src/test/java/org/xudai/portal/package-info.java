/** The borrower's pages as he meets them. */
@NullMarked
package org.xudai.portal;

import org.jspecify.annotations.NullMarked;
