/** Makes the sample forms that the product carries. */
@NullMarked
package org.xudai.forms.template;

import org.jspecify.annotations.NullMarked;
