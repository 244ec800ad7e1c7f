package org.xudai.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What follows a command is one of four things, and what nobody knows is never passed over in silence. */
class WordsTests {

    @Test
    void wordsOptionsSettingsAndTheRestAreToldApart() {
        Words words = Words.read(
                List.of(
                        "box.zip",
                        "--trust=a.pem",
                        "--spring.datasource.url=jdbc:postgresql://db/x?a=b",
                        "--at-rest",
                        "--trust=b=c.pem",
                        "--at-rset",
                        "--trsut=a.pem",
                        "rotate"),
                Set.of("trust", "at-rest"));

        assertThat(words.plain()).containsExactly("box.zip", "rotate");
        assertThat(words.values("trust")).containsExactly("a.pem", "b=c.pem");
        assertThat(words.has("at-rest")).isTrue();
        assertThat(words.setting("spring.datasource.url")).contains("jdbc:postgresql://db/x?a=b");
        assertThat(words.unknown()).containsExactly("--at-rset", "--trsut=a.pem");
        assertThat(words.notSettings()).doesNotContain("--spring.datasource.url=jdbc:postgresql://db/x?a=b");
    }

    @Test
    void theWorseOfTwoEndingsStays() {
        assertThat(Ending.GOOD.and(Ending.BAD)).isEqualTo(Ending.BAD);
        assertThat(Ending.NOT_TOLD.and(Ending.BAD)).isEqualTo(Ending.NOT_TOLD);
        assertThat(List.of(Ending.values())).extracting(Ending::code).containsExactly(0, 1, 2);
    }
}
