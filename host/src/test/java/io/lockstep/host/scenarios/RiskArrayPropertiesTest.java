package io.lockstep.host.scenarios;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.lockstep.host.pricing.Contract;
import io.lockstep.host.pricing.Market;
import io.lockstep.host.pricing.Valuation;
import java.util.Map;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.RandomDistribution;
import org.junit.jupiter.api.Test;

/** What must hold of arrays in any market, in each of the sets. */
class RiskArrayPropertiesTest {
  private static final Lot LOT = new Lot(0.01, 100, 1_000);
  private static final double PAYOUT = 25;
  private static final Map<String, ScenarioSet> SETS =
      ScenarioSet.NAMES.stream().collect(Collectors.toMap(name -> name, ScenarioSet::named));

  private final int[] lanes = new int[ScenarioSet.LANES_MAX];
  private final int[] others = new int[ScenarioSet.LANES_MAX];
  private final int[] futures = new int[ScenarioSet.LANES_MAX];

  /** A set and a market. */
  record World(
      String set,
      double spot,
      double strike,
      double rate,
      double dividendRate,
      double years,
      double volatility,
      double scanRange) {
    int size() {
      return SETS.get(set).size();
    }

    Market market() {
      return new Market().spot(spot, rate, dividendRate).years(years).volatility(volatility);
    }

    Stress stress() {
      return new Stress().scanRange(scanRange);
    }

    int mark(Contract contract) {
      return (int) StrictMath.rint(Valuation.price(contract, market()) / LOT.tick());
    }

    void compute(Contract contract, int[] lanes) {
      int fits =
          new RiskArrays(SETS.get(set))
              .contract(contract, market(), stress(), LOT, mark(contract), lanes);
      assertEquals(RiskArrays.FITS, fits);
    }
  }

  @Provide
  Arbitrary<World> worlds() {
    return Combinators.combine(
            Arbitraries.of(ScenarioSet.NAMES),
            doubles(50, 200),
            doubles(50, 200),
            doubles(-0.02, 0.1),
            doubles(-0.02, 0.1),
            doubles(0, 2),
            doubles(0, 2),
            doubles(0, 0.6))
        .as(World::new);
  }

  private static Arbitrary<Double> doubles(double min, double max) {
    return Arbitraries.doubles()
        .between(min, max)
        .ofScale(9)
        .withDistribution(RandomDistribution.uniform());
  }

  @Property(edgeCases = EdgeCasesMode.NONE)
  void aLongOptionNeverLosesMoreThanItsPremium(@ForAll("worlds") World world) {
    for (Contract contract :
        new Contract[] {
          Contract.call(world.strike()),
          Contract.put(world.strike()),
          Contract.digitalCall(world.strike(), PAYOUT),
          Contract.digitalPut(world.strike(), PAYOUT)
        }) {
      world.compute(contract, lanes);
      int premium = world.mark(contract) * (int) LOT.multiplier();
      for (int i = 0; i < world.size(); i++) {
        assertTrue(lanes[i] >= -premium, contract + " in scenario " + i);
      }
    }
  }

  @Property(edgeCases = EdgeCasesMode.NONE)
  void aLongCallAndAShortPutAreAFutureDiscounted(@ForAll("worlds") World world) {
    Contract call = Contract.call(world.strike());
    Contract put = Contract.put(world.strike());
    world.compute(call, lanes);
    world.compute(put, others);
    world.compute(Contract.future(), futures);
    double discount = world.market().discount();
    int rounding = 2 + 2 * (int) LOT.multiplier();
    for (int i = 0; i < world.size(); i++) {
      assertEquals(discount * futures[i], lanes[i] - others[i], rounding, "scenario " + i);
    }
  }

  @Property(edgeCases = EdgeCasesMode.NONE)
  void aDigitalCallAndPutTogetherGainNothing(@ForAll("worlds") World world) {
    world.compute(Contract.digitalCall(world.strike(), PAYOUT), lanes);
    world.compute(Contract.digitalPut(world.strike(), PAYOUT), others);
    int rounding = 2 + 2 * (int) LOT.multiplier();
    for (int i = 0; i < world.size(); i++) {
      assertEquals(0, lanes[i] + others[i], rounding, "scenario " + i);
    }
  }

  @Property(edgeCases = EdgeCasesMode.NONE)
  void aFutureGainsInProportionToTheMoveAndTheFraction(@ForAll("worlds") World world) {
    world.compute(Contract.perpetual(), lanes);
    ScenarioSet set = SETS.get(world.set());
    for (int i = 0; i < set.size(); i++) {
      Scenario one = set.scenario(i);
      double move =
          StrictMath.max(-1, one.inRanges() ? one.spotMove() * world.scanRange() : one.spotMove());
      double gained = move * world.spot() / LOT.tick() * LOT.multiplier() * one.fraction();
      assertEquals(gained, lanes[i], 0.5 + 1e-6);
    }
  }

  /** The arrays of a whole group, to the bit. */
  @Test
  void theArraysAreTheSameOnEveryMachine() {
    long sum = 0;
    for (String name : ScenarioSet.NAMES) {
      for (double strike = 60; strike <= 160; strike += 12.5) {
        for (double years : new double[] {0, 0.003, 0.08, 0.5, 2}) {
          World world = new World(name, 100, strike, 0.03, 0.01, years, 0.65, 0.12);
          for (Contract contract :
              new Contract[] {
                Contract.call(strike), Contract.put(strike), Contract.digitalCall(strike, PAYOUT)
              }) {
            world.compute(contract, lanes);
            for (int lane : lanes) {
              sum = sum * 31 + lane;
            }
          }
        }
      }
    }
    assertEquals(-496_508_612_388_590_775L, sum);
  }
}
