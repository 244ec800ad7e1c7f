package org.xudai.access;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;
import java.io.Serializable;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a member of staff sent when his session had ended: kept in the session he gets next, so that he can sign in and
 * go on.
 *
 * @param path address of the form
 * @param fields what was typed, by field; of fields sent several times the last
 */
public record KeptForm(String path, LinkedHashMap<String, String> fields) implements Serializable {

    private static final long serialVersionUID = 1L;

    private static final String ATTRIBUTE = "xudai.kept-form";
    private static final int MOST_CHARACTERS = 64 * 1024;

    /** The form kept in a session, nothing where there is none. */
    public static Optional<KeptForm> in(@Nullable HttpSession session) {
        return Optional.ofNullable(session)
                .map(kept -> kept.getAttribute(ATTRIBUTE))
                .filter(KeptForm.class::isInstance)
                .map(KeptForm.class::cast);
    }

    /** Forgets it, once it was sent again. */
    public static void forget(HttpSession session) {
        session.removeAttribute(ATTRIBUTE);
    }

    /** Keeps a form; false where it is too long to keep. */
    static boolean keep(HttpServletRequest request, String token) {
        LinkedHashMap<String, String> fields = new LinkedHashMap<>();
        long length = 0;
        for (Map.Entry<String, String[]> field : request.getParameterMap().entrySet()) {
            String[] values = field.getValue();
            length += field.getKey().length()
                    + Arrays.stream(values).mapToLong(String::length).sum();
            if (!field.getKey().equals(token) && values.length > 0) {
                fields.put(field.getKey(), values[values.length - 1]);
            }
        }
        if (length > MOST_CHARACTERS) {
            return false;
        }
        request.getSession().setAttribute(ATTRIBUTE, new KeptForm(request.getRequestURI(), fields));
        return true;
    }
}
