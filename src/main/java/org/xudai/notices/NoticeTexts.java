package org.xudai.notices;

import java.util.HashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** The texts of messages: {@code notice.<KIND>.sms|subject|mail} with names in braces. */
@Component
class NoticeTexts {

    private static final Pattern NAME = Pattern.compile("\\{([a-zA-Z]+)}");

    private final MessageSource texts;
    private final NoticeSettings settings;

    NoticeTexts(MessageSource texts, NoticeSettings settings) {
        this.texts = texts;
        this.settings = settings;
    }

    /** The SMS, one line, with the bank's sign in front. */
    String sms(NoticeRequest request) {
        return settings.sign() + oneLine(text(request, "sms"));
    }

    /** The mail's subject, one line, so that no value can add a header. */
    String subject(NoticeRequest request) {
        return oneLine(text(request, "subject"));
    }

    String mail(NoticeRequest request) {
        return text(request, "mail");
    }

    private String text(NoticeRequest request, String part) {
        String template = texts.getMessage(
                "notice." + request.kind() + "." + part, null, request.to().language());
        Map<String, String> values = new HashMap<>(request.values());
        values.put("name", request.to().name());
        values.put("link", request.link() == null ? "" : request.link());
        values.put("code", request.code() == null ? "" : request.code());
        return NAME.matcher(template)
                .replaceAll(name -> Matcher.quoteReplacement(values.getOrDefault(name.group(1), "")))
                .strip();
    }

    private static String oneLine(String text) {
        return text.replaceAll("\\s+", " ");
    }
}
