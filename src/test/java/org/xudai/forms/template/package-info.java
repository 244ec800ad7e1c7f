/** Makes the sample forms that the product carries, from their source texts. */
@NullMarked
package org.xudai.forms.template;

import org.jspecify.annotations.NullMarked;
