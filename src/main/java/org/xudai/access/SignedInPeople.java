package org.xudai.access;

import java.util.Optional;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.xudai.kernel.StaffId;

/** Who makes the current request, staff or party, from Spring Security's context. */
@Configuration(proxyBeanMethods = false)
class SignedInPeople {

    @Bean
    CurrentStaff currentStaff(StaffDirectory staff) {
        return new CurrentStaff() {
            @Override
            public Optional<StaffMember> find() {
                return authentication()
                        .filter(who -> !(who instanceof PartyAuthentication))
                        .map(Authentication::getName)
                        .filter(name -> name.matches("[A-Za-z0-9._-]{2,64}"))
                        .flatMap(name -> staff.find(new StaffId(name)))
                        .filter(StaffMember::enabled);
            }

            @Override
            public StaffMember require() {
                return find().orElseThrow(() -> new AccessDeniedException("no member of staff is signed in"));
            }
        };
    }

    @Bean
    CurrentParty currentParty() {
        return new CurrentParty() {
            @Override
            public Optional<PartySession> find() {
                return authentication()
                        .filter(PartyAuthentication.class::isInstance)
                        .map(who -> ((PartyAuthentication) who).session());
            }

            @Override
            public PartySession require() {
                return find().orElseThrow(() -> new AccessDeniedException("no party is signed in"));
            }
        };
    }

    private static Optional<Authentication> authentication() {
        return Optional.ofNullable(SecurityContextHolder.getContext().getAuthentication())
                .filter(Authentication::isAuthenticated);
    }
}
