/** The development start: real PostgreSQL and a real S3 endpoint in the process, demo data. It cannot reach the jar. */
@NullMarked
package org.xudai.development;

import org.jspecify.annotations.NullMarked;
