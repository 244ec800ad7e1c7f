package org.xudai.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.xudai.journey.Api;
import org.xudai.testing.CaseWorld;
import org.xudai.testing.LoanRows;
import org.xudai.testing.RunningXudai;

/** Lists are read page after page, by number or by the key where the page before ended, and miss and repeat nothing. */
@RunningXudai
class PagingTests {

    @LocalServerPort
    int port;

    @Autowired
    CaseWorld world;

    @ParameterizedTest
    @CsvSource({"/api/v1/loans, loanNumber", "/api/v1/renewals, caseNumber", "/api/v1/tasks, id"})
    void byKeyAndByNumberTheSameRowsComeInTheSameOrder(String list, String id) {
        for (int i = 0; i < 3; i++) {
            world.submitted(LoanRows.eligible());
        }
        Api officer = Api.asStaff(port, "li.officer");
        JsonNode all = officer.get(list + "?size=200").ok();
        assertThat(all.has("next")).as("next is always there").isTrue();
        assertThat(all.path("next").isNull()).as("and null on the last page").isTrue();
        assertThat(all.path("total").asInt())
                .isEqualTo(all.path("items").size())
                .isGreaterThanOrEqualTo(3);
        assertThat(all.path("totalExact").asBoolean()).isTrue();
        assertThat(all.path("size").asInt()).isEqualTo(200);
        List<String> expected = ids(all, id);

        List<String> byKey = new ArrayList<>();
        JsonNode page = officer.get(list + "?size=2").ok();
        byKey.addAll(ids(page, id));
        while (!page.path("next").isNull()) {
            page = officer.get(list + "?size=2&after=" + page.path("next").asText())
                    .ok();
            byKey.addAll(ids(page, id));
        }
        assertThat(byKey).isEqualTo(expected);

        List<String> byNumber = new ArrayList<>();
        for (int i = 0; i * 2 < expected.size(); i++) {
            JsonNode numbered = officer.get(list + "?size=2&page=" + i).ok();
            assertThat(numbered.path("page").asInt()).isEqualTo(i);
            byNumber.addAll(ids(numbered, id));
        }
        assertThat(byNumber).isEqualTo(expected);
    }

    private static List<String> ids(JsonNode list, String id) {
        List<String> ids = new ArrayList<>();
        list.path("items").forEach(item -> ids.add(item.path(id).asText()));
        return ids;
    }
}
