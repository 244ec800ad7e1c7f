/** Whole renewals, over HTTP and in a browser. */
@NullMarked
package org.xudai.journey;

import org.jspecify.annotations.NullMarked;
