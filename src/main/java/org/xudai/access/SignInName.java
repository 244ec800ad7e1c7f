package org.xudai.access;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;
import org.jspecify.annotations.Nullable;

/** The name somebody typed when signing in failed, so that he need not type it again. */
public final class SignInName {

    private static final String ATTRIBUTE = "xudai.sign-in-name";
    private static final int LONGEST = 64;

    private SignInName() {}

    /** The last name typed in this session, empty where there is none. */
    public static String last(@Nullable HttpSession session) {
        return session != null && session.getAttribute(ATTRIBUTE) instanceof String name ? name : "";
    }

    static void remember(HttpServletRequest request) {
        String name = request.getParameter("username");
        if (name != null && name.length() <= LONGEST) {
            request.getSession().setAttribute(ATTRIBUTE, name);
        }
    }
}
