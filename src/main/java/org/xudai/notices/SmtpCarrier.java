package org.xudai.notices;

import jakarta.mail.MessagingException;
import jakarta.mail.SendFailedException;
import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.springframework.mail.MailException;
import org.springframework.mail.MailSendException;
import org.springframework.mail.javamail.JavaMailSender;
import org.springframework.mail.javamail.MimeMessageHelper;

/**
 * Mail by SMTP. The stable id is the mail's {@code Message-ID}, by which mailboxes know a repetition. An address that the
 * server will never take is refused; everything else is tried again.
 */
class SmtpCarrier implements MessageCarrier {

    private final JavaMailSender sender;
    private final String from;

    SmtpCarrier(JavaMailSender sender, String from) {
        this.sender = sender;
        this.from = from;
    }

    @Override
    public String channel() {
        return MAIL;
    }

    @Override
    public void send(OutgoingMessage message) throws IOException, Refused {
        try {
            MimeMessage mail = sender.createMimeMessage();
            MimeMessageHelper parts = new MimeMessageHelper(mail, false, StandardCharsets.UTF_8.name());
            parts.setFrom(from);
            parts.setTo(message.to());
            parts.setSubject(message.subject());
            parts.setText(message.text());
            mail.setHeader("Message-ID", "<" + message.id() + "@" + from.substring(from.indexOf('@') + 1) + ">");
            mail.setHeader("Content-Language", message.language());
            mail.setHeader("Auto-Submitted", "auto-generated");
            sender.send(mail);
        } catch (AddressException e) {
            throw new Refused("not a mail address");
        } catch (MailSendException e) {
            if (isAddressRefused(e)) {
                throw new Refused("the mail server does not know the address");
            }
            throw new IOException(e.getClass().getSimpleName(), e);
        } catch (MessagingException | MailException e) {
            throw new IOException(e.getClass().getSimpleName(), e);
        }
    }

    /** Whether the server answered "never" to the address (501, 503, 550, 551, 553), not "later". */
    private static boolean isAddressRefused(MailSendException e) {
        return e.getFailedMessages().values().stream()
                .anyMatch(failure -> failure instanceof SendFailedException failed
                        && failed.getInvalidAddresses() != null
                        && failed.getInvalidAddresses().length > 0);
    }
}
