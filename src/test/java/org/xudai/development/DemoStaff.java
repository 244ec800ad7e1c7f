package org.xudai.development;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.xudai.access.Branch;
import org.xudai.access.Branches;
import org.xudai.access.Role;
import org.xudai.access.StaffDirectory;
import org.xudai.access.StaffMember;
import org.xudai.kernel.BranchCode;
import org.xudai.kernel.StaffId;

/** The five branches of the demo loan book and its people; everybody's password is {@code xudai-demo}. */
@Order(Ordered.HIGHEST_PRECEDENCE)
public class DemoStaff implements ApplicationRunner {

    static final String PASSWORD = "xudai-demo";
    private static final String WUYISHAN = "35070201";

    private final Branches branches;
    private final StaffDirectory staff;
    private final PasswordEncoder passwords;

    DemoStaff(Branches branches, StaffDirectory staff, PasswordEncoder passwords) {
        this.branches = branches;
        this.staff = staff;
        this.passwords = passwords;
    }

    @Override
    public void run(ApplicationArguments arguments) {
        branch("35010201", "福州五四支行", "0591-5550101", "福州市鼓楼区五四路1号");
        branch("35010202", "福州吉祥钱塘支行", "0591-5550102", "福州市鼓楼区钱塘路2号");
        branch("35020301", "厦门湖里支行", "0592-5550103", "厦门市湖里区湖里大道3号");
        branch(WUYISHAN, "南平分行武夷山度假区支行", "0599-5550104", "武夷山市度假区大王峰路4号");
        branch("35070202", "南平分行建阳支行", "0599-5550105", "南平市建阳区人民路5号");
        String hash = passwords.encode(PASSWORD);
        member(hash, "li.officer", "李晓梅", "M02011", WUYISHAN, false, Role.RELATIONSHIP_MANAGER);
        member(hash, "sun.officer", "孙建平", "M02012", WUYISHAN, false, Role.RELATIONSHIP_MANAGER);
        member(hash, "wang.reviewer", "王慧琴", null, WUYISHAN, false, Role.REVIEWER);
        member(hash, "zhao.approver", "赵明辉", null, WUYISHAN, false, Role.APPROVER);
        member(hash, "qian.approver", "钱素芬", null, WUYISHAN, false, Role.APPROVER);
        member(hash, "wu.head", "吴国强", null, WUYISHAN, false, Role.BRANCH_HEAD);
        member(hash, "chen.officer", "陈志远", "M02013", "35010201", false, Role.RELATIONSHIP_MANAGER);
        member(hash, "he.hotline", "何丽娟", null, WUYISHAN, true, Role.HOTLINE);
        member(hash, "admin", "系统管理员", null, WUYISHAN, true, Role.PROCESS_ADMIN);
        member(hash, "auditor", "审计员", null, WUYISHAN, true, Role.AUDITOR);
    }

    private void branch(String code, String name, String phone, String address) {
        branches.save(new Branch(new BranchCode(code), name, phone, address, null));
    }

    private void member(
            String hash,
            String id,
            String name,
            @Nullable String number,
            String branch,
            boolean everywhere,
            Role role) {
        staff.save(
                new StaffMember(
                        new StaffId(id),
                        name,
                        number,
                        Set.copyOf(List.of(role)),
                        new BranchCode(branch),
                        everywhere,
                        "0599-5550104",
                        id + "@bank.example",
                        true),
                hash);
    }
}
