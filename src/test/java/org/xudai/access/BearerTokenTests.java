package org.xudai.access;

import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.wireMockConfig;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import com.github.tomakehurst.wiremock.client.WireMock;
import com.github.tomakehurst.wiremock.junit5.WireMockExtension;
import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.RequestBuilder;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.xudai.development.DemoStaff;
import org.xudai.kernel.BranchCode;
import org.xudai.kernel.StaffId;
import org.xudai.testing.XudaiTest;

/** Where the bank has a sign-on of its own (OIDC), its tokens open the API, with the rights of our own table. */
@XudaiTest
@Import(DemoStaff.class)
class BearerTokenTests {

    @RegisterExtension
    static final WireMockExtension ISSUER = WireMockExtension.newInstance()
            .options(wireMockConfig().dynamicPort().bindAddress("127.0.0.1"))
            .build();

    private static final RSAKey KEY = key("bank");
    private static final RSAKey STRANGERS_KEY = key("bank");

    @Autowired
    MockMvc api;

    @Autowired
    StaffDirectory staff;

    @DynamicPropertySource
    static void issuer(DynamicPropertyRegistry properties) {
        properties.add("spring.security.oauth2.resourceserver.jwt.issuer-uri", ISSUER::baseUrl);
    }

    @BeforeEach
    void theIssuerShowsItsKeys() {
        ISSUER.stubFor(WireMock.get("/.well-known/openid-configuration")
                .willReturn(okJson("{\"issuer\":\"%1$s\",\"jwks_uri\":\"%1$s/keys\"}".formatted(ISSUER.baseUrl()))));
        ISSUER.stubFor(WireMock.get("/keys").willReturn(okJson(new JWKSet(KEY.toPublicJWK()).toString())));
    }

    @Test
    void aTokenOfTheBanksSignOnOpensTheApiWithoutACookieOrACsrfToken() throws Exception {
        String token = token(KEY, "li.officer", Duration.ofMinutes(5));
        api.perform(with(get("/api/v1/renewals"), token))
                .andExpect(status().isOk())
                .andExpect(header().doesNotExist("Set-Cookie"));
        api.perform(with(
                        post("/api/v1/renewals").contentType("application/json").content("{}"), token))
                .andExpect(jsonPath("$.type").value(org.hamcrest.Matchers.not("urn:xudai:problem:not-allowed")));
    }

    @Test
    void anExpiredForgedOrStrangersTokenOpensNothing() throws Exception {
        refused(with(get("/api/v1/renewals"), token(KEY, "li.officer", Duration.ofMinutes(-5))));
        refused(with(get("/api/v1/renewals"), token(STRANGERS_KEY, "li.officer", Duration.ofMinutes(5))));
        refused(with(get("/api/v1/renewals"), token(KEY, "no.body", Duration.ofMinutes(5))));
        refused(with(get("/api/v1/renewals"), "not.a.token"));
    }

    @Test
    void whoeverNoLongerWorksHereComesNoLongerIn() throws Exception {
        staff.save(
                new StaffMember(
                        new StaffId("former.officer"),
                        "林建国",
                        null,
                        Set.of(Role.RELATIONSHIP_MANAGER),
                        new BranchCode("35070201"),
                        false,
                        "",
                        null,
                        false),
                "{noop}x");
        refused(with(get("/api/v1/renewals"), token(KEY, "former.officer", Duration.ofMinutes(5))));
    }

    private void refused(RequestBuilder request) throws Exception {
        api.perform(request)
                .andExpect(status().isUnauthorized())
                .andExpect(jsonPath("$.type").value("urn:xudai:problem:not-signed-in"));
    }

    private static MockHttpServletRequestBuilder with(MockHttpServletRequestBuilder request, String token) {
        return request.header("Authorization", "Bearer " + token);
    }

    /** The decoder's clock is the machine's, not the product's. */
    private static String token(RSAKey key, String name, Duration validity) throws JOSEException {
        Instant now = java.time.Clock.systemUTC().instant();
        SignedJWT token = new SignedJWT(
                new JWSHeader.Builder(JWSAlgorithm.RS256).keyID(key.getKeyID()).build(),
                new JWTClaimsSet.Builder()
                        .issuer(ISSUER.baseUrl())
                        .claim("preferred_username", name)
                        .claim("realm_access", Map.of("roles", java.util.List.of("APPROVER")))
                        .expirationTime(Date.from(now.plus(validity)))
                        .build());
        token.sign(new RSASSASigner(key));
        return token.serialize();
    }

    private static RSAKey key(String id) {
        try {
            return new RSAKeyGenerator(2048).keyID(id).generate();
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }
}
