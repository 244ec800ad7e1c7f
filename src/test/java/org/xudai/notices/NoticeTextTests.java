package org.xudai.notices;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.ResourceBundle;
import java.util.Set;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The words of the messages. */
class NoticeTextTests {

    private static final Set<String> NAMES = Set.of(
            "officer",
            "officerPhone",
            "firm",
            "deadline",
            "amount",
            "termMonths",
            "conditions",
            "materials",
            "reason",
            "maturity",
            "caseNumber",
            "bank",
            "name",
            "link",
            "code",
            "minutes");
    private static final Pattern BRACES = Pattern.compile("\\{([^}]*)}");

    private final NoticeTexts texts = new NoticeTexts(NoticeFixture.texts(), NoticeFixture.settings());

    @ParameterizedTest
    @EnumSource(NoticeKind.class)
    void everyKindHasItsTextsInBothLanguagesAndNamesOnlyWhatThereIs(NoticeKind kind) {
        for (Locale language : new Locale[] {Locale.ROOT, Locale.ENGLISH}) {
            ResourceBundle bundle = ResourceBundle.getBundle("messages/notices", language);
            for (String part : new String[] {"sms", "subject", "mail"}) {
                String text = bundle.getString("notice." + kind + "." + part);
                assertThat(text).isNotBlank();
                BRACES.matcher(text).results().forEach(name -> assertThat(NAMES).contains(name.group(1)));
            }
        }
    }

    @ParameterizedTest
    @EnumSource(NoticeKind.class)
    void aChineseSmsFitsIntoSeventyCharactersBesideItsLink(NoticeKind kind) {
        Map<String, String> values = NoticeFixture.values();
        values.put("reason", "请在今天调查");
        String sms = texts.sms(request(kind, Locale.SIMPLIFIED_CHINESE, values));
        assertThat(sms.replace(NoticeFixture.LINK, "")).startsWith("【建溪银行】").hasSizeLessThanOrEqualTo(70);
    }

    @Test
    void theConfirmationSaysThatTheContractMustStillBeSigned() {
        NoticeRequest renewed = request(NoticeKind.RENEWED, Locale.SIMPLIFIED_CHINESE, NoticeFixture.values());
        String sentence = "白名单已续期，请在2027年1月18日前签订新的借款合同，联系人李晓梅";
        assertThat(texts.sms(renewed)).contains(sentence).hasSizeLessThanOrEqualTo(70);
        assertThat(texts.mail(renewed)).contains(sentence);
    }

    @Test
    void anEnglishReaderGetsEnglish() {
        assertThat(texts.mail(request(NoticeKind.RENEWED, Locale.ENGLISH, NoticeFixture.values())))
                .contains("Please sign the new loan contract before");
    }

    @Test
    void noValueCanAddAHeaderOrAnotherValue() {
        Map<String, String> values = new HashMap<>(NoticeFixture.values());
        values.put("caseNumber", "XD\r\nBcc: other@example.com {code} $1");
        NoticeRequest request = new NoticeRequest(
                NoticeFixture.CASE,
                NoticeKind.INVITATION,
                NoticeFixture.mrChen(Locale.SIMPLIFIED_CHINESE),
                "k",
                values,
                NoticeFixture.LINK,
                "482913");
        assertThat(texts.subject(request))
                .doesNotContain("\r", "\n", "482913")
                .contains("XD Bcc: other@example.com {code} $1");
    }

    private static NoticeRequest request(NoticeKind kind, Locale language, Map<String, String> values) {
        return new NoticeRequest(
                NoticeFixture.CASE, kind, NoticeFixture.mrChen(language), "k", values, NoticeFixture.LINK, "482913");
    }
}
