package org.xudai.command;

import java.io.PrintStream;
import java.util.Locale;
import org.springframework.context.support.ResourceBundleMessageSource;

/** Where a command tells what it found, a line a sentence. */
public final class Console {

    private final PrintStream out;
    private final Locale locale;
    private final ResourceBundleMessageSource texts = new ResourceBundleMessageSource();

    /**
     * A console.
     *
     * @param out where the lines go
     * @param locale Chinese unless it is English
     * @param bundle name of the sentences of the command, beside those of all commands
     */
    public Console(PrintStream out, Locale locale, String bundle) {
        this.out = out;
        this.locale = locale;
        texts.setBasenames("messages/" + bundle, "messages/command");
        texts.setDefaultEncoding("UTF-8");
        texts.setFallbackToSystemLocale(false);
    }

    /** Tells a sentence and passes on what it means for the ending. */
    public Ending tell(Ending ending, String key, Object... arguments) {
        out.println(texts.getMessage(key, arguments, locale));
        return ending;
    }

    /** A part of a sentence. */
    public String text(String key) {
        return texts.getMessage(key, null, locale);
    }
}
