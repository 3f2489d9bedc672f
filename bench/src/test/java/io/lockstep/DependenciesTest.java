package io.lockstep;

import static com.tngtech.archunit.library.Architectures.layeredArchitecture;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaCall;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.properties.HasName;
import com.tngtech.archunit.core.domain.properties.HasOwner;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.syntax.ArchRuleDefinition;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.util.Random;
import java.util.concurrent.ThreadLocalRandom;

/** The modules depend on each other in one direction, and the hot path on nothing it must not. */
@AnalyzeClasses(packages = "io.lockstep", importOptions = ImportOption.DoNotIncludeTests.class)
class DependenciesTest {
  @ArchTest
  static final ArchRule modulesDependInOneDirection =
      layeredArchitecture()
          .consideringOnlyDependenciesInLayers()
          .layer("schemas")
          .definedBy("io.lockstep.schema..")
          .layer("driver")
          .definedBy("io.lockstep.driver..")
          .layer("sim")
          .definedBy("io.lockstep.sim..")
          .layer("host")
          .definedBy("io.lockstep.host..")
          .layer("bench")
          .definedBy("io.lockstep.bench..")
          .whereLayer("bench")
          .mayNotBeAccessedByAnyLayer()
          .whereLayer("host")
          .mayOnlyBeAccessedByLayers("bench")
          .whereLayer("sim")
          .mayOnlyBeAccessedByLayers("host", "bench")
          .whereLayer("driver")
          .mayOnlyBeAccessedByLayers("sim", "host", "bench");

  @ArchTest
  static final ArchRule theApplianceNamesNoConcreteCardButInOnePlace =
      ArchRuleDefinition.noClasses()
          .that()
          .resideInAPackage("io.lockstep.host..")
          .and()
          .resideOutsideOfPackages("io.lockstep.host.cli..")
          .and()
          .haveNameNotMatching(".*\\.Card(s|Setup)(\\$.*)?")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("io.lockstep.sim..", "io.lockstep.driver.pcie..");

  /**
   * What a card on the bus does for each command is in the driver's own package: no native call.
   */
  @ArchTest
  static final ArchRule nothingNativeOnTheWayOfACommand =
      ArchRuleDefinition.noClasses()
          .that()
          .resideInAPackage("io.lockstep.driver")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("com.sun.jna..", "io.lockstep.driver.pcie..");

  /**
   * Prices, risk arrays and volatilities are functions of what they are given, the same on every
   * machine: no clock, no chance, no mathematics that may differ, and nothing of card or engine.
   */
  @ArchTest
  static final ArchRule whatTheEngineComputesMarginWithIsTheSameEverywhere =
      ArchRuleDefinition.classes()
          .that()
          .resideInAnyPackage(
              "io.lockstep.host.pricing", "io.lockstep.host.scenarios", "io.lockstep.host.surface")
          .should()
          .onlyDependOnClassesThat(
              JavaClass.Predicates.resideInAnyPackage(
                      "java..",
                      "io.lockstep.host.csv",
                      "io.lockstep.host.pricing",
                      "io.lockstep.host.scenarios",
                      "io.lockstep.host.surface")
                  .and(
                      DescribedPredicate.not(
                          JavaClass.Predicates.belongToAnyOf(
                              Math.class,
                              Random.class,
                              SecureRandom.class,
                              ThreadLocalRandom.class,
                              Clock.class,
                              Instant.class))));

  /** Of {@link System} they may copy arrays, and nothing that tells one run from another. */
  @ArchTest
  static final ArchRule norDoesItAskTheSystem =
      ArchRuleDefinition.noClasses()
          .that()
          .resideInAnyPackage(
              "io.lockstep.host.pricing", "io.lockstep.host.scenarios", "io.lockstep.host.surface")
          .should()
          .callMethodWhere(
              JavaCall.Predicates.target(
                      HasOwner.Predicates.With.owner(JavaClass.Predicates.type(System.class)))
                  .and(
                      DescribedPredicate.not(
                          JavaCall.Predicates.target(HasName.Predicates.name("arraycopy")))));
}
