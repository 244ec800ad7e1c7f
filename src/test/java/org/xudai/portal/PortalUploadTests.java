package org.xudai.portal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.encryption.AccessPermission;
import org.apache.pdfbox.pdmodel.encryption.StandardProtectionPolicy;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import org.xudai.access.PartySessions;
import org.xudai.dossier.DocumentState;
import org.xudai.kernel.CaseNumber;
import org.xudai.renewal.CaseState;
import org.xudai.testing.CaseWorld;
import org.xudai.testing.LoanRows;
import org.xudai.testing.RunningXudai;

/** What a borrower hands in, and what he is told when it is not right. */
@RunningXudai
@Import(Borrowers.class)
class PortalUploadTests {

    private static final byte[] HALF_A_JPEG = {(byte) 0xff, (byte) 0xd8, (byte) 0xff, 0, 1, 2, 3};
    private static final int OVER_THE_LIMIT = 20 * 1024 * 1024 + 1;

    @LocalServerPort
    int port;

    @Autowired
    CaseWorld world;

    @Autowired
    Borrowers borrowers;

    @Autowired
    PartySessions sessions;

    private Visitor visitor(CaseNumber number) {
        return Visitor.signedIn(port, sessions, borrowers.of(number));
    }

    private int documents(CaseNumber number, String material) {
        return borrowers.material(number, material).documents().size();
    }

    private String verdict(CaseNumber number, Visitor visitor, String material) {
        world.awaitVerdicts(number);
        return visitor.get("/my/materials/" + material).words();
    }

    @Test
    void eachBadFileIsRefusedWithItsOwnSentenceAndWhatToDo() throws IOException {
        CaseNumber number = world.collecting(LoanRows.eligible());
        CaseNumber another = world.collecting(LoanRows.eligible());
        Visitor visitor = visitor(number);

        visitor.upload("id-card", new byte[0]);
        assertThat(verdict(number, visitor, "id-card")).contains("文件是空的", "重新拍照");
        visitor.upload("id-card", HALF_A_JPEG);
        assertThat(verdict(number, visitor, "id-card")).contains("文件损坏了，打不开", "整份重新交");
        visitor.upload("business-licence", encrypted());
        assertThat(verdict(number, visitor, "business-licence")).contains("文件有密码", "去掉密码");
        visitor.upload("business-licence", "just words".getBytes(StandardCharsets.UTF_8));
        assertThat(verdict(number, visitor, "business-licence")).contains("这种文件看不了");
        visitor.upload(
                "credit-authorization",
                borrowers.photographs(another, "credit-authorization").toArray(byte[][]::new));
        assertThat(verdict(number, visitor, "credit-authorization")).contains("这是另一笔业务的表单");

        assertThat(visitor.get("/my").words()).contains("件事要办", "这是另一笔业务的表单");
    }

    private static byte[] encrypted() throws IOException {
        try (PDDocument document = new PDDocument();
                ByteArrayOutputStream out = new ByteArrayOutputStream()) {
            document.addPage(new PDPage());
            document.protect(new StandardProtectionPolicy("owner", "secret", new AccessPermission()));
            document.save(out);
            return out.toByteArray();
        }
    }

    @Test
    void aFileThatIsTooLargeOrNotChosenMakesNoDocumentAndSaysWhy() {
        CaseNumber number = world.collecting(LoanRows.eligible());
        Visitor visitor = visitor(number);

        assertThat(visitor.upload("id-card", new byte[OVER_THE_LIMIT]).words()).contains("文件太大，没有收下", "最多 20 MB");
        assertThat(visitor.upload("id-card").words()).contains("没有选到文件", "再选一次");
        assertThat(documents(number, "id-card")).isZero();
    }

    @Test
    void anUploadCutOffInTheMiddleMakesNoDocumentAndTheNextOneIsTaken() throws IOException {
        CaseNumber number = world.collecting(LoanRows.eligible());
        Visitor visitor = visitor(number);
        String token = visitor.token("/my/materials/id-card");
        byte[] photo = Borrowers.photo("id-card");

        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            socket.getOutputStream()
                    .write(("POST /my/materials/id-card/upload HTTP/1.1\r\nHost: 127.0.0.1\r\nCookie: "
                                    + visitor.cookie() + "\r\nX-CSRF-TOKEN: " + token
                                    + "\r\nContent-Type: multipart/form-data; boundary=cut\r\nContent-Length: "
                                    + (photo.length + 200)
                                    + "\r\n\r\n--cut\r\nContent-Disposition: form-data; name=\"file\"; filename=\"a.jpg\""
                                    + "\r\n\r\n")
                            .getBytes(StandardCharsets.US_ASCII));
            socket.getOutputStream().write(Arrays.copyOf(photo, photo.length / 2));
        }

        visitor.upload("id-card", photo);
        world.awaitVerdicts(number);
        assertThat(documents(number, "id-card")).isEqualTo(1);
    }

    @Test
    void theSameUploadTwiceMakesOneDocumentAndItsPlaceSurvivesAReload() {
        CaseNumber number = world.collecting(LoanRows.eligible());
        Visitor visitor = visitor(number);
        Visitor.Seen page = visitor.get("/my/materials/id-card");
        assertThat(visitor.get("/my/materials/id-card").field("slot")).isEqualTo(page.field("slot"));
        Map<String, List<String>> fields =
                Map.of("_csrf", List.of(page.field("_csrf")), "slot", List.of(page.field("slot")));

        for (int attempt = 0; attempt < 3; attempt++) {
            assertThat(visitor.upload("id-card", fields, Borrowers.photo("id-card"))
                            .status())
                    .isEqualTo(200);
        }
        assertThat(documents(number, "id-card")).isEqualTo(1);
        assertThat(visitor.get("/my/materials/business-licence").field("slot")).isNotEqualTo(page.field("slot"));

        world.awaitVerdicts(number);
        assertThat(visitor.get("/my/materials/id-card").field("slot"))
                .isNotEmpty()
                .isNotEqualTo(page.field("slot"));
    }

    @Test
    void twoUploadsAtOnceIntoOnePlaceMakeOneDocument() throws InterruptedException {
        CaseNumber number = world.collecting(LoanRows.eligible());
        Visitor visitor = visitor(number);
        Visitor.Seen page = visitor.get("/my/materials/id-card");
        Map<String, List<String>> fields =
                Map.of("_csrf", List.of(page.field("_csrf")), "slot", List.of(page.field("slot")));

        List<Thread> senders = java.util.stream.Stream.generate(
                        () -> new Thread(() -> visitor.upload("id-card", fields, Borrowers.photo("id-card"))))
                .limit(4)
                .toList();
        senders.forEach(Thread::start);
        for (Thread sender : senders) {
            sender.join();
        }

        assertThat(documents(number, "id-card")).isEqualTo(1);
    }

    @Test
    void thePlaceOfAnotherTakesNothing() {
        CaseNumber his = world.collecting(LoanRows.eligible());
        CaseNumber mine = world.collecting(LoanRows.eligible());
        String slot = visitor(his).get("/my/materials/id-card").field("slot");
        Visitor visitor = visitor(mine);

        for (String place : List.of(slot, UUID.randomUUID().toString())) {
            visitor.upload(
                    "id-card",
                    Map.of("_csrf", List.of(visitor.token("/my/materials/id-card")), "slot", List.of(place)),
                    Borrowers.photo("id-card"));
        }

        assertThat(documents(mine, "id-card")).isZero();
        assertThat(documents(his, "id-card")).isZero();
    }

    @Test
    void aFormMayBePhotographedPageByPageAndAGoodPageIsNeverAskedForAgain() {
        CaseNumber number = world.collecting(LoanRows.eligible());
        Visitor visitor = visitor(number);
        List<byte[]> pages = borrowers.photographs(number, "credit-authorization");
        assertThat(pages).hasSize(2);

        visitor.upload("credit-authorization", pages.get(0));
        assertThat(verdict(number, visitor, "credit-authorization"))
                .contains("已收到 1 张，还没有齐", "还缺第 2 页", "这张留着，不用再拍", "拍第 2 页");
        visitor.upload("credit-authorization", pages.get(1));
        assertThat(verdict(number, visitor, "credit-authorization")).contains("已通过", "好了，看下一件");

        var newest =
                borrowers.material(number, "credit-authorization").documents().get(0);
        assertThat(newest.document().files()).hasSize(2);
        assertThat(newest.document().state()).isEqualTo(DocumentState.ACCEPTED);
    }

    @Test
    void onlyThePhotoThatIsBadIsTakenAgain() {
        CaseNumber number = world.collecting(LoanRows.eligible());
        Visitor visitor = visitor(number);
        byte[] front = Borrowers.photo("id-card");
        byte[] back = Borrowers.photo("business-licence");

        visitor.upload("id-card", front, HALF_A_JPEG);
        assertThat(verdict(number, visitor, "id-card")).contains("第 2 张：文件损坏了", "只要重拍有问题的那一张", "重拍第 2 张", "这张留着");
        visitor.upload("id-card", back);
        world.awaitVerdicts(number);

        var files = borrowers
                .material(number, "id-card")
                .documents()
                .get(0)
                .document()
                .files();
        assertThat(files).extracting(file -> (int) file.size()).containsExactly(front.length, back.length);
        assertThat(verdict(number, visitor, "id-card")).contains("再拍一张");
    }

    @Test
    void submittingWithAMaterialMissingNamesItAndNothingIsSubmitted() {
        CaseNumber number = world.collecting(LoanRows.eligible());
        Visitor visitor = visitor(number);

        Visitor.Seen page = visitor.submit("/my/submit", "/my/submit", Map.of());

        assertThat(page.words()).contains("还差这些，交齐了才能提交", "征信查询授权书", "去交续贷申请书");
        assertThat(world.read(number).state()).isEqualTo(CaseState.COLLECTING);
    }

    @Test
    void theReceiptNamesVersionsAndCheckCodesAndHisFilesGoWithIt() throws IOException {
        CaseNumber number = world.submitted(LoanRows.eligible());
        world.awaitState(number, CaseState.IN_INVESTIGATION);
        Visitor visitor = visitor(number);

        String words = visitor.submit("/my", "/my/submit", Map.of()).words();
        String hash = borrowers
                .material(number, "id-card")
                .documents()
                .get(0)
                .document()
                .files()
                .get(0)
                .sha256()
                .value();
        assertThat(words)
                .contains("材料已交齐", "白名单续期了，不等于贷款已经续上", "2027年1月20日", "第 1 版", "申请金额 300,000.00 元")
                .contains(hash.substring(0, 4).toUpperCase(java.util.Locale.ROOT));

        Set<String> names = new HashSet<>();
        try (ZipInputStream zip = new ZipInputStream(
                new ByteArrayInputStream(visitor.bytes("/my/receipt.zip")), StandardCharsets.UTF_8)) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                names.add(entry.getName());
                if (entry.getName().equals("回执.txt")) {
                    assertThat(new String(zip.readAllBytes(), StandardCharsets.UTF_8))
                            .contains(hash, number.value());
                }
            }
        }
        assertThat(names).contains("回执.txt", "身份证正反面-1.jpg", "续贷申请书-1.jpg").hasSize(7);
    }

    @Test
    void afterSubmittingNothingMoreIsTakenAndThePageSaysSo() {
        CaseNumber number = world.submitted(LoanRows.eligible());
        world.awaitState(number, CaseState.IN_INVESTIGATION);
        Visitor visitor = visitor(number);
        int before = documents(number, "id-card");

        Visitor.Seen page =
                visitor.upload("id-card", Map.of("_csrf", List.of(visitor.token("/my"))), Borrowers.photo("id-card"));

        assertThat(page.words()).contains("这一项现在不能再改、再交了");
        assertThat(documents(number, "id-card")).isEqualTo(before);
    }

    @Test
    void answersStayAsTypedWhenTheyAreWrong() {
        CaseNumber number = world.collecting(LoanRows.eligible());
        Visitor visitor = visitor(number);
        Map<String, String> typed = Map.of("amount", "三十万", "termMonths", "12", "use", "收春茶");

        Visitor.Seen page = visitor.submit("/my/forms/application/2", "/my/forms/application/2", typed);

        assertThat(page.words()).contains("请先改好下面几处", "写成数字，例如 300000");
        assertThat(page.html()).contains("value=\"三十万\"", "收春茶");
        assertThat(visitor.get("/my/forms/application/2").html()).contains("value=\"三十万\"", "收春茶");
        String token = visitor.token("/my");
        assertThat(token).isNotEmpty();
        assertThat(visitor.submit("/my", "/my/forms/application/save", Map.of("amount", "250,000"))
                        .html())
                .contains("贰拾伍万元整");
    }

    @Test
    void aCallIsAskedForOnce() {
        CaseNumber number = world.collecting(LoanRows.eligible());
        Visitor visitor = visitor(number);

        Visitor.Seen page = visitor.submit("/my/guidance", "/my/guidance", Map.of("topic", "怎么盖章"));

        assertThat(page.words()).contains("已经告诉李晓梅了", "199****");
        await().untilAsserted(() -> assertThat(world.openTask(number, org.xudai.renewal.HumanTaskKind.GuideBorrower))
                .isPresent());
    }
}
