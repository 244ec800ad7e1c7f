package org.xudai.notices;

import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.springframework.mail.MailException;
import org.springframework.mail.javamail.JavaMailSender;
import org.springframework.mail.javamail.MimeMessageHelper;

/** Mail by SMTP; the stable id travels in {@code X-Message-Key}. */
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
    public void send(OutgoingMessage message) throws IOException {
        try {
            MimeMessage mail = sender.createMimeMessage();
            MimeMessageHelper parts = new MimeMessageHelper(mail, false, StandardCharsets.UTF_8.name());
            parts.setFrom(from);
            parts.setTo(message.to());
            parts.setSubject(message.subject());
            parts.setText(message.text());
            mail.setHeader("X-Message-Key", message.id());
            sender.send(mail);
        } catch (MessagingException | MailException e) {
            throw new IOException(e.getClass().getSimpleName(), e);
        }
    }
}
