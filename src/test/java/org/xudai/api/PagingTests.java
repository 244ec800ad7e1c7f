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

    private static final int PAGES = 5;

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
        JsonNode first = officer.get(list + "?size=1").ok();
        assertThat(first.has("next")).as("next is always there").isTrue();
        assertThat(first.path("size").asInt()).isEqualTo(1);
        assertThat(first.path("totalExact").asBoolean()).isTrue();
        int total = first.path("total").asInt();
        assertThat(total).isGreaterThanOrEqualTo(3);
        int size = Math.max(2, total / PAGES);

        List<String> byKey = new ArrayList<>();
        JsonNode page = officer.get(list + "?size=" + size).ok();
        byKey.addAll(ids(page, id));
        while (!page.path("next").isNull()) {
            page = officer.get(list + "?size=" + size + "&after="
                            + page.path("next").asText())
                    .ok();
            byKey.addAll(ids(page, id));
        }
        assertThat(byKey).hasSize(total).doesNotHaveDuplicates();

        List<String> byNumber = new ArrayList<>();
        for (int i = 0; i * size < total; i++) {
            JsonNode numbered =
                    officer.get(list + "?size=" + size + "&page=" + i).ok();
            assertThat(numbered.path("page").asInt()).isEqualTo(i);
            byNumber.addAll(ids(numbered, id));
        }
        assertThat(byNumber).isEqualTo(byKey);
    }

    private static List<String> ids(JsonNode list, String id) {
        List<String> ids = new ArrayList<>();
        list.path("items").forEach(item -> ids.add(item.path(id).asText()));
        return ids;
    }
}
