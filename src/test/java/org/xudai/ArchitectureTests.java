package org.xudai;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideOutsideOfPackages;
import static com.tngtech.archunit.lang.conditions.ArchConditions.haveNameMatching;
import static com.tngtech.archunit.lang.conditions.ArchConditions.not;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noMethods;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaCall;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaFieldAccess;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.domain.JavaPackage;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import com.tngtech.archunit.library.GeneralCodingRules;
import java.time.Clock;
import java.util.Calendar;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/** The house rules that a compiler does not know: the fence round the engine, the one clock, names, and how objects are made. */
class ArchitectureTests {

    private static final JavaClasses PRODUCT = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("org.xudai");
    private static final JavaClasses EVERYTHING = new ClassFileImporter().importPackages("org.xudai");

    private static final String[] ENGINE_ROOMS = {
        "org.xudai.engine..", "org.xudai.renewal.process..", "org.xudai.cockpit.."
    };

    /** Internal types of the engine that Xudai stands on, and where: what a move to another release or fork looks at. */
    private static final Map<String, Set<String>> ENGINE_INTERNALS = Map.of(
            "org.xudai.engine.StaffIdentities",
                    Set.of("identity.ReadOnlyIdentityProvider", "interceptor.Session", "interceptor.SessionFactory"),
            "org.xudai.engine.StaffIdentityProvider",
                    Set.of(
                            "GroupQueryImpl",
                            "Page",
                            "TenantQueryImpl",
                            "UserQueryImpl",
                            "identity.ReadOnlyIdentityProvider",
                            "interceptor.CommandContext",
                            "persistence.entity.GroupEntity",
                            "persistence.entity.UserEntity"),
            "org.xudai.engine.OneStartAtATime",
                    Set.of(
                            "cfg.AbstractProcessEnginePlugin",
                            "cfg.ProcessEngineConfigurationImpl",
                            "cfg.ProcessEnginePlugin"),
            "org.xudai.engine.EngineSetUp",
                    Set.of(
                            "cfg.AbstractProcessEnginePlugin",
                            "cfg.ProcessEngineConfigurationImpl",
                            "cfg.ProcessEnginePlugin",
                            "DefaultDmnEngineConfiguration",
                            "plugin.AdministratorAuthorizationPlugin",
                            "scala.ScalaFeelEngine"),
            "org.xudai.engine.LiteralCells", Set.of("FeelEngine"),
            "org.xudai.engine.LiteralCellsTests", Set.of("FeelEngine", "scala.ScalaFeelEngine"),
            "org.xudai.engine.EngineClock", Set.of("util.ClockUtil"),
            "org.xudai.engine.CockpitDoor", Set.of("security.auth.ContainerBasedAuthenticationFilter"),
            "org.xudai.renewal.process.ProcessSetUp",
                    Set.of("cfg.AbstractProcessEnginePlugin", "cfg.ProcessEngineConfigurationImpl"),
            "org.xudai.renewal.process.HumanTaskGuard",
                    Set.of(
                            "bpmn.behavior.UserTaskActivityBehavior",
                            "bpmn.parser.AbstractBpmnParseListener",
                            "identity.Authentication",
                            "pvm.process.ActivityImpl",
                            "pvm.process.ScopeImpl",
                            "task.TaskDefinition",
                            "util.xml.Element"));

    @Test
    void looksAtTheWholeProduct() {
        assertThat(PRODUCT.size()).isGreaterThan(300);
        assertThat(EVERYTHING.size()).isGreaterThan(PRODUCT.size() + 50);
        assertThat(PRODUCT.contain(ModularityTests.class)).isFalse();
    }

    @Test
    void onlyTheEnginesRoomsKnowTheEngine() {
        noClasses()
                .that(resideOutsideOfPackages(ENGINE_ROOMS))
                .should()
                .dependOnClassesThat()
                .resideInAPackage("org.camunda..")
                .check(PRODUCT);
        assertThat(PRODUCT.stream().flatMap(ArchitectureTests::engineTypesUsedBy))
                .hasSizeGreaterThan(20);
    }

    @Test
    void onlyTheNamedInternalsOfTheEngineAreUsed() {
        Map<String, Set<String>> internals = new TreeMap<>();
        for (JavaClass type : EVERYTHING) {
            engineTypesUsedBy(type).filter(name -> name.contains(".impl.")).forEach(name -> internals
                    .computeIfAbsent(outermost(type), any -> new TreeSet<>())
                    .add(name.substring(name.indexOf(".impl.") + ".impl.".length())));
        }
        assertThat(internals).containsExactlyInAnyOrderEntriesOf(ENGINE_INTERNALS);
    }

    @Test
    void onlyTheCalendarAsksTheMachineForTheTime() {
        noClasses()
                .that(resideOutsideOfPackages("org.xudai.calendar.."))
                .should()
                .callMethodWhere(describe("tells the machine's time", ArchitectureTests::tellsTheMachinesTime))
                .orShould()
                .callConstructor(Date.class)
                .check(PRODUCT);
        assertThat(PRODUCT.stream()
                        .flatMap(type -> type.getMethodCallsFromSelf().stream())
                        .filter(ArchitectureTests::tellsTheMachinesTime))
                .isNotEmpty()
                .allMatch(call -> call.getOriginOwner().getPackageName().equals("org.xudai.calendar"));
    }

    @Test
    void packagesAreNamedAfterFeatures() {
        noClasses()
                .should()
                .resideInAnyPackage(
                        "..common..", "..util..", "..utils..", "..helper..", "..dto..", "..impl..", "..shared..")
                .check(EVERYTHING);
    }

    @Test
    void classesAreNamedAfterWhatTheyAre() {
        classes()
                .should(not(haveNameMatching(".*(Dto|DTO|Impl|Utils?|Helper|Manager|Base|Data)")))
                .check(EVERYTHING);
    }

    @Test
    void noFieldIsAnOptional() {
        noFields()
                .should()
                .haveRawType(Optional.class)
                .orShould()
                .haveRawType(OptionalInt.class)
                .orShould()
                .haveRawType(OptionalLong.class)
                .check(PRODUCT);
    }

    @Test
    void nobodySetsAFieldFromOutside() {
        noMethods()
                .that()
                .haveNameMatching("set[A-Z].*")
                .should(writeOwnFields())
                .check(PRODUCT);
    }

    @Test
    void objectsGetWhatTheyNeedWhenTheyAreMade() {
        GeneralCodingRules.NO_CLASSES_SHOULD_USE_FIELD_INJECTION.check(PRODUCT);
        noMethods()
                .should()
                .beAnnotatedWith("org.springframework.beans.factory.annotation.Autowired")
                .check(PRODUCT);
        fields().that()
                .areDeclaredInClassesThat(isMadeBySpring())
                .should()
                .beFinal()
                .check(PRODUCT);
    }

    @Test
    void settingsAreRecords() {
        classes()
                .that()
                .areAnnotatedWith(ConfigurationProperties.class)
                .should()
                .beRecords()
                .check(PRODUCT);
    }

    @Test
    void everyPackageSaysWhatItIsForAndKnowsNoNulls() {
        Set<JavaPackage> packages =
                EVERYTHING.stream().map(JavaClass::getPackage).collect(Collectors.toSet());
        assertThat(packages).hasSizeGreaterThan(20).allSatisfy(room -> assertThat(
                        room.tryGetAnnotationOfType(NullMarked.class))
                .as(room.getName())
                .isPresent());
    }

    @Test
    void theOuterRoomsNeverUseEachOther() {
        List<String> rooms = List.of("portal", "desk", "api", "cockpit");
        for (String room : rooms) {
            String[] others = rooms.stream()
                    .filter(other -> !other.equals(room))
                    .map(other -> "org.xudai." + other + "..")
                    .toArray(String[]::new);
            noClasses()
                    .that()
                    .resideInAPackage("org.xudai." + room + "..")
                    .should()
                    .dependOnClassesThat(resideInAnyPackage(others))
                    .allowEmptyShould(true)
                    .check(PRODUCT);
        }
        assertThat(PRODUCT.stream().map(JavaClass::getPackageName)).contains("org.xudai.portal", "org.xudai.api");
    }

    @Test
    void nobodyPrints() {
        GeneralCodingRules.NO_CLASSES_SHOULD_ACCESS_STANDARD_STREAMS.check(PRODUCT);
        GeneralCodingRules.NO_CLASSES_SHOULD_USE_JAVA_UTIL_LOGGING.check(PRODUCT);
    }

    private static Stream<String> engineTypesUsedBy(JavaClass type) {
        return type.getDirectDependenciesFromSelf().stream()
                .map(dependency -> dependency.getTargetClass().getBaseComponentType())
                .filter(target -> target.getPackageName().startsWith("org.camunda."))
                .map(JavaClass::getName);
    }

    private static String outermost(JavaClass type) {
        return type.getName().replaceFirst("\\$.*", "");
    }

    private static boolean tellsTheMachinesTime(JavaCall<?> call) {
        String method = call.getName();
        JavaClass owner = call.getTargetOwner();
        boolean takesAClock =
                call.getTarget().getRawParameterTypes().stream().anyMatch(type -> type.isEquivalentTo(Clock.class));
        return (method.equals("now") && owner.getPackageName().startsWith("java.time") && !takesAClock)
                || (owner.isEquivalentTo(Clock.class)
                        && (method.startsWith("system") || method.startsWith("tick"))
                        && !takesAClock)
                || (owner.isEquivalentTo(System.class) && method.equals("currentTimeMillis"))
                || (owner.isEquivalentTo(Calendar.class) && method.equals("getInstance"));
    }

    private static ArchCondition<JavaMethod> writeOwnFields() {
        return new ArchCondition<>("write fields of their own object") {

            @Override
            public void check(JavaMethod method, ConditionEvents events) {
                for (JavaFieldAccess access : method.getFieldAccesses()) {
                    boolean own = access.getAccessType() == JavaFieldAccess.AccessType.SET
                            && access.getTargetOwner().equals(method.getOwner());
                    events.add(new SimpleConditionEvent(method, own, access.getDescription()));
                }
            }
        };
    }

    /** What Spring makes and only Spring starts and stops: what starts and stops has something to keep meanwhile. */
    private static DescribedPredicate<JavaClass> isMadeBySpring() {
        return describe(
                "are made by Spring",
                type -> type.isMetaAnnotatedWith(Component.class) && !type.isAssignableTo(SmartLifecycle.class));
    }
}
