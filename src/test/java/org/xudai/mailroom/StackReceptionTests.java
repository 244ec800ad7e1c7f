package org.xudai.mailroom;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.xudai.access.StaffMember;
import org.xudai.dossier.Bytes;
import org.xudai.dossier.FileTooLarge;
import org.xudai.testing.CaseWorld;
import org.xudai.testing.MailWorld;
import org.xudai.testing.RunningXudai;
import org.xudai.testing.ScanStack;

/** A stack that is not taken leaves nothing behind: no bytes, and no key that nothing is sealed with. */
@RunningXudai
@Tag("servers")
class StackReceptionTests {

    @Autowired
    CaseWorld world;

    @Autowired
    MailWorld mail;

    @Autowired
    Mailroom mailroom;

    @Autowired
    JdbcClient jdbc;

    private StaffMember officer;

    @BeforeEach
    void somebodyIsInTheMailroom() {
        officer = world.staff("li.officer");
    }

    private long keys() {
        return jdbc.sql("select count(*) from data_key where owner like 'shelf/%' and wrapped is not null")
                .query(Long.class)
                .single();
    }

    @Test
    void aStackThatComesAgainLeavesNoKey() {
        byte[] stack = new ScanStack().back().back().back().back().pdf();
        mail.sorted(stack, officer);
        long before = keys();

        assertThat(mail.handedIn(stack, officer).before()).isTrue();

        assertThat(keys()).isEqualTo(before);
    }

    @Test
    void aStackWhoseSenderStopsInTheMiddleLeavesNoKey() {
        InputStream half = new SequenceInputStream(new ByteArrayInputStream(new byte[3 << 20]), new InputStream() {

            @Override
            public int read() throws IOException {
                throw new IOException("the sender is gone");
            }

            @Override
            public int read(byte[] buffer, int offset, int length) throws IOException {
                return read();
            }
        });
        long before = keys();

        assertThatThrownBy(() -> mailroom.take(new Bytes("scan.pdf", () -> half), 9L << 20, officer))
                .isInstanceOf(IOException.class);

        assertThat(keys()).isEqualTo(before);
    }

    @Test
    void aStackThatIsTooLargeIsRefusedBeforeItIsRead() {
        Bytes unread = new Bytes("scan.pdf", () -> {
            throw new AssertionError("it was opened");
        });

        assertThatThrownBy(() -> mailroom.take(unread, 301L << 20, officer)).isInstanceOf(FileTooLarge.class);
    }
}
