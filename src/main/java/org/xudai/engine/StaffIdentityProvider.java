package org.xudai.engine;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.camunda.bpm.engine.BadUserRequestException;
import org.camunda.bpm.engine.identity.Group;
import org.camunda.bpm.engine.identity.GroupQuery;
import org.camunda.bpm.engine.identity.NativeUserQuery;
import org.camunda.bpm.engine.identity.Tenant;
import org.camunda.bpm.engine.identity.TenantQuery;
import org.camunda.bpm.engine.identity.User;
import org.camunda.bpm.engine.identity.UserQuery;
import org.camunda.bpm.engine.impl.GroupQueryImpl;
import org.camunda.bpm.engine.impl.Page;
import org.camunda.bpm.engine.impl.TenantQueryImpl;
import org.camunda.bpm.engine.impl.UserQueryImpl;
import org.camunda.bpm.engine.impl.identity.ReadOnlyIdentityProvider;
import org.camunda.bpm.engine.impl.interceptor.CommandContext;
import org.camunda.bpm.engine.impl.persistence.entity.GroupEntity;
import org.camunda.bpm.engine.impl.persistence.entity.UserEntity;
import org.jspecify.annotations.Nullable;
import org.xudai.access.Role;
import org.xudai.access.StaffDirectory;
import org.xudai.access.StaffMember;
import org.xudai.kernel.StaffId;

/** Our staff, read-only. Nobody signs in at the engine itself: passwords are never checked here. */
class StaffIdentityProvider implements ReadOnlyIdentityProvider {

    private final StaffDirectory staff;

    StaffIdentityProvider(StaffDirectory staff) {
        this.staff = staff;
    }

    @Override
    public @Nullable User findUserById(String userId) {
        return member(userId).map(StaffIdentityProvider::user).orElse(null);
    }

    @Override
    public UserQuery createUserQuery() {
        return new StaffQuery();
    }

    @Override
    public UserQuery createUserQuery(CommandContext commandContext) {
        return new StaffQuery();
    }

    @Override
    public NativeUserQuery createNativeUserQuery() {
        throw new BadUserRequestException("the staff cannot be queried by SQL");
    }

    @Override
    public boolean checkPassword(String userId, String password) {
        return false;
    }

    @Override
    public @Nullable Group findGroupById(String groupId) {
        return Arrays.stream(Role.values())
                .filter(role -> role.name().equals(groupId))
                .findFirst()
                .map(StaffIdentityProvider::group)
                .orElse(null);
    }

    @Override
    public GroupQuery createGroupQuery() {
        return new RoleQuery();
    }

    @Override
    public GroupQuery createGroupQuery(CommandContext commandContext) {
        return new RoleQuery();
    }

    @Override
    public @Nullable Tenant findTenantById(String tenantId) {
        return null;
    }

    @Override
    public TenantQuery createTenantQuery() {
        return new NoTenants();
    }

    @Override
    public TenantQuery createTenantQuery(CommandContext commandContext) {
        return new NoTenants();
    }

    @Override
    public void flush() {}

    @Override
    public void close() {}

    private Optional<StaffMember> member(@Nullable String id) {
        return id != null && id.matches("[A-Za-z0-9._-]{2,64}")
                ? staff.find(new StaffId(id)).filter(StaffMember::enabled)
                : Optional.empty();
    }

    private static User user(StaffMember member) {
        UserEntity user = new UserEntity(member.id().value());
        user.setFirstName(member.name());
        user.setLastName("");
        return user;
    }

    private static Group group(Role role) {
        GroupEntity group = new GroupEntity(role.name());
        group.setName(role.name());
        group.setType("WORKFLOW");
        return group;
    }

    /** Finds people by id only: Cockpit asks for nothing else. */
    private final class StaffQuery extends UserQueryImpl {

        private static final long serialVersionUID = 1L;

        @Override
        public long executeCount(CommandContext commandContext) {
            return found().size();
        }

        @Override
        public List<User> executeList(CommandContext commandContext, Page page) {
            return found();
        }

        private List<User> found() {
            Stream<String> ids = getIds() == null ? Stream.ofNullable(getId()) : Arrays.stream(getIds());
            return new ArrayList<>(ids.flatMap(userId -> member(userId).stream())
                    .filter(found -> getGroupId() == null
                            || found.roles().stream()
                                    .anyMatch(role -> role.name().equals(getGroupId())))
                    .map(StaffIdentityProvider::user)
                    .toList());
        }
    }

    /** Finds roles by id or by who has them. */
    private final class RoleQuery extends GroupQueryImpl {

        private static final long serialVersionUID = 1L;

        @Override
        public long executeCount(CommandContext commandContext) {
            return found().size();
        }

        @Override
        public List<Group> executeList(CommandContext commandContext, Page page) {
            return found();
        }

        private List<Group> found() {
            Stream<Role> roles = getUserId() == null
                    ? Arrays.stream(Role.values())
                    : member(getUserId()).stream().flatMap(found -> found.roles().stream());
            return new ArrayList<>(roles.filter(
                            role -> getId() == null || role.name().equals(getId()))
                    .filter(role -> getIds() == null || List.of(getIds()).contains(role.name()))
                    .map(StaffIdentityProvider::group)
                    .toList());
        }
    }

    /** There are no tenants. */
    private static final class NoTenants extends TenantQueryImpl {

        private static final long serialVersionUID = 1L;

        @Override
        public long executeCount(CommandContext commandContext) {
            return 0;
        }

        @Override
        public List<Tenant> executeList(CommandContext commandContext, Page page) {
            return List.of();
        }
    }
}
