package org.xudai.forms;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * Forms.
 *
 * @param directory directory with a bank's own forms, {@code <code>/form.pdf} and {@code <code>/form.json}; one that is
 *     missing there is taken from the built-in samples
 * @param pageCodeKeyFile file of the page codes' keys: a line for each, {@code <id> <64 hexadecimal digits>}, the last
 *     one makes new codes and the others still read old ones
 */
@ConfigurationProperties("xudai.forms")
record FormSettings(@Nullable Path directory, @Nullable Path pageCodeKeyFile) {}
