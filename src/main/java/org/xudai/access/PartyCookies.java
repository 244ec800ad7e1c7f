package org.xudai.access;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.Optional;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;

/** The portal's two cookies: the door's keeps the invitation's token out of addresses, the other is the session. */
public final class PartyCookies {

    static final String SESSION = "XDPARTY";
    static final String DOOR = "XDDOOR";

    private static final String SESSION_PATH = "/my";
    private static final String DOOR_PATH = "/i";

    private PartyCookies() {}

    /** Keeps the invitation's token for an hour, for the door's pages only. What cannot be one is not kept. */
    public static void keepInvitation(HttpServletRequest request, HttpServletResponse response, String token) {
        set(request, response, DOOR, Tokens.looksLikeOne(token) ? token : "", DOOR_PATH, Duration.ofHours(1));
    }

    /** The invitation's token this browser came with. */
    public static Optional<String> invitation(HttpServletRequest request) {
        return PartyDoor.cookie(request, DOOR);
    }

    /** Starts the session in this browser. */
    public static void startSession(HttpServletRequest request, HttpServletResponse response, String token) {
        set(request, response, SESSION, token, SESSION_PATH, Duration.ofHours(12));
    }

    /** The session's token. */
    public static Optional<String> session(HttpServletRequest request) {
        return PartyDoor.cookie(request, SESSION);
    }

    /** Forgets both. */
    public static void clear(HttpServletRequest request, HttpServletResponse response) {
        set(request, response, SESSION, "", SESSION_PATH, Duration.ZERO);
        set(request, response, DOOR, "", DOOR_PATH, Duration.ZERO);
    }

    private static void set(
            HttpServletRequest request,
            HttpServletResponse response,
            String name,
            String value,
            String path,
            Duration age) {
        response.addHeader(
                HttpHeaders.SET_COOKIE,
                ResponseCookie.from(name, value)
                        .path(path)
                        .httpOnly(true)
                        .secure(request.isSecure())
                        .sameSite("Lax")
                        .maxAge(age)
                        .build()
                        .toString());
    }
}
