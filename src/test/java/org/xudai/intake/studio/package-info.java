/**
 * A photo studio: prints issued pages, signs, seals, alters and covers them, and photographs them as borrowers do. Everything
 * follows from a seed, and each photo knows where every point of its page lies.
 */
@NullMarked
package org.xudai.intake.studio;

import org.jspecify.annotations.NullMarked;
