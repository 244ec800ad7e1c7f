/** What the product costs, each figure a ratio to its raw parts or to a plain way of doing the same, in one run. */
@NullMarked
package org.xudai.bench;

import org.jspecify.annotations.NullMarked;
