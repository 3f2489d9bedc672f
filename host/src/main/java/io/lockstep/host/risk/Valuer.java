package io.lockstep.host.risk;

import io.lockstep.host.pricing.Valuation;
import io.lockstep.host.scenarios.Lot;
import io.lockstep.host.scenarios.RiskArrays;
import io.lockstep.host.scenarios.ScenarioSet;
import io.lockstep.host.scenarios.Stress;
import java.util.List;

/** Gives instruments mark and risk array, by the host's own pricing. */
final class Valuer {
  private final JsonFile file;
  private final RiskArrays arrays;
  private final List<Underlying> underlyings;

  Valuer(JsonFile file, ScenarioSet scenarios, List<Underlying> underlyings) {
    this.file = file;
    this.underlyings = underlyings;
    arrays = new RiskArrays(scenarios);
  }

  /** Values an instrument of which all positions and orders are known. */
  Instrument value(Definition definition) {
    Lot lot =
        new Lot(definition.tick.doubleValue(), definition.multiplier, (int) definition.lotsMax());
    int mark = definition.mark.orElseGet(() -> priced(definition));
    definition.sawPrice(mark);
    return new Instrument(
        definition.source,
        definition.name,
        definition.group,
        definition.contract,
        definition.market,
        lot,
        mark,
        lanes(definition, lot, mark),
        definition.closeBand,
        definition.maxPrice,
        definition.charges,
        definition.position,
        definition.entry);
  }

  private int priced(Definition definition) {
    double ticks =
        StrictMath.rint(
            Valuation.price(definition.contract, definition.market)
                / definition.tick.doubleValue());
    if (!(StrictMath.abs(ticks) <= Integer.MAX_VALUE)) {
      throw file.fault(definition.source, "its mark has more ticks than 31 bits hold");
    }
    return (int) ticks;
  }

  private int[] lanes(Definition definition, Lot lot, int mark) {
    int[] lanes = new int[ScenarioSet.LANES_MAX];
    Stress stress = new Stress().scanRange(underlyings.get(definition.group).scanRange());
    int refused =
        definition.isAsset()
            ? arrays.collateral(definition.haircut.getAsDouble(), stress, lot, mark, lanes)
            : arrays.contract(definition.contract, definition.market, stress, lot, mark, lanes);
    if (refused != RiskArrays.FITS) {
      throw file.fault(
          definition.source,
          definition.name + " is too large: " + arrays.refusal(definition.number, refused));
    }
    return lanes;
  }
}
