/** The product as it runs at a bank: several processes on one database and one object store, and what may befall them. */
@NullMarked
package org.xudai.nodes;

import org.jspecify.annotations.NullMarked;
