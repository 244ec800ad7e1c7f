package org.xudai.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.xudai.testing.RunningXudai;

/** How a bank brings its people in: an administrator adds them, they choose their own passwords. */
@RunningXudai
class StaffTests {

    private static final Pattern FIRST = Pattern.compile("<b>([a-z2-9]{5}(?:-[a-z2-9]{5}){3})</b>");
    private static final String OWN = "warm-tea-in-the-morning";

    @LocalServerPort
    int port;

    @Autowired
    JdbcClient jdbc;

    private static String firstPassword(HttpResponse<String> page) {
        Matcher found = FIRST.matcher(page.body());
        assertThat(found.find()).as("a first password is shown").isTrue();
        return found.group(1);
    }

    private String added(DeskSession admin, String id, String role) {
        return firstPassword(admin.submit(
                "/desk/staff/new",
                "/desk/staff/new",
                "id=" + id + "&name=Lin&branch=35070201&phone=0599-5550104&enabled=true&roles=" + role));
    }

    @Test
    void anAdministratorAddsAnOfficerWhoChoosesHisPasswordBeforeHeComesIn() {
        DeskSession admin = new DeskSession(port, "admin");
        String first = added(admin, "lin.new", "RELATIONSHIP_MANAGER");

        DeskSession lin = new DeskSession(port);
        assertThat(lin.signIn("lin.new", first)).endsWith("/desk/password?first");
        assertThat(lin.get("/desk/worklist").statusCode()).as("not in yet").isEqualTo(302);
        assertThat(lin.submit(
                                "/desk/password",
                                "/desk/password",
                                "username=lin.new&old=" + first + "&next=short&again=short")
                        .body())
                .contains("15 到 72 个字符");
        lin.submit(
                "/desk/password", "/desk/password", "username=lin.new&old=" + first + "&next=" + OWN + "&again=" + OWN);
        assertThat(lin.signIn("lin.new", OWN)).contains("/desk/worklist");
        assertThat(Api.asStaff(port, "lin.new", OWN).get("/api/v1/tasks").status())
                .isEqualTo(200);

        assertThat(jdbc.sql(
                                "select act from audit_entry where chain = 'book' and facts like '%lin.new%' order by position")
                        .query(String.class)
                        .list())
                .containsExactly("access.staff-added", "access.password-changed");
    }

    @Test
    void aNewPasswordEndsTheOldOneAndItsSessions() {
        DeskSession admin = new DeskSession(port, "admin");
        String first = added(admin, "lin.reset", "REVIEWER");
        DeskSession lin = new DeskSession(port);
        lin.submit(
                "/desk/password",
                "/desk/password",
                "username=lin.reset&old=" + first + "&next=" + OWN + "&again=" + OWN);
        lin.signIn("lin.reset", OWN);
        assertThat(lin.get("/desk/worklist").statusCode()).isEqualTo(200);

        firstPassword(admin.submit("/desk/staff/lin.reset", "/desk/staff/lin.reset/password", ""));

        assertThat(lin.get("/desk/worklist").statusCode()).as("signed out").isEqualTo(302);
        assertThat(new DeskSession(port).signIn("lin.reset", OWN)).endsWith("/desk/sign-in?error");
    }

    @Test
    void nobodyChangesHisOwnRolesAndAnAdministratorDecidesNoCases() {
        DeskSession admin = new DeskSession(port, "admin");
        HttpResponse<String> own = admin.submit(
                "/desk/staff/admin",
                "/desk/staff/admin",
                "id=admin&name=kept-name&branch=35070201&phone=0599-5550104&allBranches=true&enabled=true&roles=APPROVER");
        assertThat(own.body()).contains("不能改自己的岗位").contains("kept-name");

        HttpResponse<String> both = admin.submit(
                "/desk/staff/wu.head",
                "/desk/staff/wu.head",
                "id=wu.head&name=Wu&branch=35070201&phone=1&enabled=true&roles=BRANCH_HEAD&roles=PROCESS_ADMIN");
        assertThat(both.body()).contains("流程管理员不能兼任").contains("电话请写数字");
        assertThat(Api.asStaff(port, "wu.head").get("/api/v1/tasks").status()).isEqualTo(200);
    }

    @Test
    void officersDoNotSeeTheStaffAndAuditorsOnlyReadIt() {
        assertThat(new DeskSession(port, "li.officer").get("/desk/staff").statusCode())
                .isEqualTo(403);
        DeskSession auditor = new DeskSession(port, "auditor");
        assertThat(auditor.get("/desk/staff").body()).contains("li.officer");
        assertThat(auditor.get("/desk/staff/li.officer").statusCode()).isEqualTo(403);
        assertThat(auditor.get("/desk/branches").body()).contains("南平分行建阳支行");
    }

    @Test
    void aSystemOfTheBankKeepsStaffAndBranchesOverTheApi() {
        Api admin = Api.asStaff(port, "admin");
        assertThat(admin.put("/api/v1/branches/35990001", """
                        {"name": "新支行", "phone": "0599-5550199", "address": "新街1号", "coveredBy": "35070201"}""").status()).isEqualTo(200);
        Api.Answer saved = admin.put("/api/v1/staff/lin.api", """
                        {"name": "林新", "roles": ["REVIEWER"], "branch": "35990001", "allBranches": false,
                         "phone": "0599-5550199", "enabled": true}""");
        assertThat(saved.status()).isEqualTo(200);
        assertThat(saved.text("firstPassword")).hasSize(23);
        assertThat(admin.get("/api/v1/staff?q=lin.api").ok().path("total").asInt())
                .isEqualTo(1);
        Api.Answer wrong = admin.put("/api/v1/staff/lin.two", """
                        {"name": "", "roles": [], "branch": "35999999", "allBranches": false, "phone": "x",
                         "enabled": true}""");
        assertThat(wrong.status()).isEqualTo(422);
        assertThat(wrong.json().path("errors")).hasSize(4);
        Api.Answer empty = admin.put("/api/v1/staff/lin.two", """
                        {"branch": "35070201", "allBranches": false, "enabled": true}""");
        assertThat(empty.status()).as("names left out").isEqualTo(422);
        assertThat(Api.asStaff(port, "li.officer")
                        .put("/api/v1/branches/35990002", "{\"name\":\"x\",\"phone\":\"12345\",\"address\":\"\"}")
                        .status())
                .isEqualTo(403);
    }
}
