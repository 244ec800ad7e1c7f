/** What the tests and the development start share: a real PostgreSQL, a real S3 endpoint, a movable clock. */
@NullMarked
package org.xudai.testing;

import org.jspecify.annotations.NullMarked;
