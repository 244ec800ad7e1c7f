package org.xudai.signing;

import java.util.LinkedHashMap;
import java.util.Map;
import org.xudai.audit.Actor;
import org.xudai.audit.Auditable;
import org.xudai.kernel.CaseNumber;
import org.xudai.kernel.Sha256;

/**
 * A form was signed on the screen.
 *
 * @param signature the signature
 * @param consent hash of the text consented to, in the language in which it was read
 * @param language that language
 * @param level level of the seal over it, e.g. {@code PAdES-BASELINE-T}
 * @param device what he signed on
 * @param complete whether everybody has signed now
 */
public record FormSigned(
        ScreenSignature signature, Sha256 consent, String language, String level, Device device, boolean complete)
        implements Auditable {

    @Override
    public CaseNumber caseNumber() {
        return signature.caseNumber();
    }

    @Override
    public String act() {
        return "signing.signed";
    }

    @Override
    public Actor actor() {
        return Actor.party(signature.party());
    }

    @Override
    public Map<String, String> facts() {
        Map<String, String> facts = new LinkedHashMap<>();
        facts.put("form", signature.material().value());
        facts.put("version", Integer.toString(signature.version()));
        facts.put("position", Integer.toString(signature.position()));
        facts.put("mode", signature.mode().name());
        facts.put("document", signature.document().toString());
        facts.put("before", signature.before().value());
        facts.put("after", signature.after().value());
        facts.put("consent", signature.consent() + "/" + language);
        facts.put("consentHash", consent.value());
        facts.put("code", Long.toString(signature.code()));
        facts.put("seal", level);
        facts.put("device", device.mark());
        facts.put("complete", Boolean.toString(complete));
        return facts;
    }

    @Override
    public Map<String, String> personal() {
        return Map.of("address", device.address(), "agent", device.agent());
    }
}
