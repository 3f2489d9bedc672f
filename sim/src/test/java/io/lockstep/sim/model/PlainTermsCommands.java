package io.lockstep.sim.model;

import static io.lockstep.schema.card.RejectReason.CURVE_INVALID;
import static io.lockstep.schema.card.RejectReason.FACTOR_INVALID;
import static io.lockstep.schema.card.RejectReason.GROUP_FULL;
import static io.lockstep.schema.card.RejectReason.GROUP_OUT_OF_RANGE;
import static io.lockstep.schema.card.RejectReason.INSTRUMENT_IN_USE;
import static io.lockstep.schema.card.RejectReason.LIMITS_INVALID;
import static io.lockstep.schema.card.RejectReason.MARGIN_BOUND;
import static io.lockstep.schema.card.RejectReason.NOT_STAGED;
import static io.lockstep.schema.card.RejectReason.PRICE_BEYOND_LIMIT;
import static io.lockstep.schema.card.RejectReason.SWEEP_UNFINISHED;
import static io.lockstep.schema.card.RejectReason.UNKNOWN_INSTRUMENT;
import static io.lockstep.schema.card.RejectReason.UNSUPPORTED_FIELD;
import static io.lockstep.schema.card.RejectReason.WRONG_EPOCH;

import io.lockstep.schema.card.CommitGroupDecoder;
import io.lockstep.schema.card.SetFeeRowDecoder;
import io.lockstep.schema.card.SetInstrumentDecoder;
import io.lockstep.schema.card.SetSizeCurveDecoder;
import io.lockstep.schema.card.StageArrayDecoder;
import io.lockstep.sim.model.PlainState.Factors;
import io.lockstep.sim.model.PlainState.PlainGroup;
import io.lockstep.sim.model.PlainState.PlainInstrument;
import io.lockstep.sim.model.PlainTerms.Bank;
import java.math.BigInteger;
import java.util.List;

/** What {@link PlainCard} is told of instruments and groups for their margin. */
final class PlainTermsCommands extends PlainRules {
  private static final int NO_FLAGS = 0;
  private static final int MOST_OF_GROUP = 128;
  private static final int BOUND_BITS = 49;
  private static final int PARAMETER_BITS = 27;
  private static final int RATE_BITS = 17;
  private static final int FEE_SHIFT = 24;
  private static final int LANES_OF_PART = 8;
  private static final int CURVE = -1;
  private static final long EPOCHS = 1L << 32;

  PlainTermsCommands(PlainContext context) {
    super(context);
  }

  /** Gives an instrument that is set the terms it is to have; adds the reasons of margin. */
  void set(PlainInstrument instrument, SetInstrumentDecoder command) {
    PlainTerms terms = new PlainTerms(state.capacities.scenarios());
    terms.group = command.group();
    terms.multiplier = command.multiplier();
    terms.maxPrice = command.maxPrice();
    terms.positionLimit = command.positionLimit();
    terms.worstFee = PlainMoney.unsigned(command.worstFee());
    int number = command.instrument();
    refuse(LIMITS_INVALID, terms.multiplier == 0 || terms.positionLimit == 0);
    refuse(LIMITS_INVALID, terms.positionLimit > PlainState.MOST_LOTS);
    refuse(GROUP_OUT_OF_RANGE, terms.group >= state.capacities.groups());
    long others = ofGroup(terms.group).stream().filter(other -> other != number).count();
    refuse(GROUP_FULL, others >= MOST_OF_GROUP);
    BigInteger worst =
        PlainMoney.exact(terms.multiplier, terms.maxPrice)
            .add(terms.worstFee)
            .multiply(BigInteger.valueOf(terms.positionLimit));
    refuse(MARGIN_BOUND, PlainMoney.isBeyond(worst, BOUND_BITS));

    PlainInstrument old = state.instruments.get(number);
    boolean isSame = old != null && old.terms.restsOnTheSameAs(terms);
    boolean isUsed = state.positions.values().stream().anyMatch(p -> p.instrument == number);
    refuse(INSTRUMENT_IN_USE, isUsed && !isSame);
    instrument.terms = isSame ? old.terms : terms;
    instrument.closeBandWanted = command.closeBand();
  }

  private List<Integer> ofGroup(int group) {
    return state.instruments.keySet().stream()
        .filter(number -> state.instruments.get(number).terms.group == group)
        .toList();
  }

  private PlainTerms known(int instrument) {
    PlainInstrument known = state.instruments.get(instrument);
    refuse(UNKNOWN_INSTRUMENT, known == null);
    return known == null ? null : known.terms;
  }

  private void refuseBeyond(PlainTerms terms, BigInteger parameter) {
    BigInteger most = parameter.abs().multiply(BigInteger.valueOf(terms.positionLimit));
    refuse(MARGIN_BOUND, PlainMoney.isBeyond(parameter, PARAMETER_BITS));
    refuse(MARGIN_BOUND, PlainMoney.isBeyond(most, BOUND_BITS));
  }

  Runnable setFeeRow(SetFeeRowDecoder command) {
    named(NO_FLAGS);
    refuse(UNSUPPORTED_FIELD, command.tier() >= PlainTerms.TIERS);
    PlainTerms terms = known(command.instrument());
    PlainTerms.Fees fees = new PlainTerms.Fees(command.maker(), command.taker(), command.auction());
    for (long rate : new long[] {fees.maker(), fees.taker(), fees.auction()}) {
      refuse(MARGIN_BOUND, Math.abs(rate) >= 1L << RATE_BITS);
    }
    if (terms != null) {
      long worst = PlainMoney.share(FEE_SHIFT, fees.worst(), terms.maxPrice, terms.multiplier);
      refuse(MARGIN_BOUND, BigInteger.valueOf(worst).compareTo(terms.worstFee) > 0);
    }
    return () -> {
      terms.fees[command.tier()] = fees;
      events.done(SetFeeRowDecoder.TEMPLATE_ID, 0);
    };
  }

  Runnable setSizeCurve(SetSizeCurveDecoder command) {
    named(NO_FLAGS);
    PlainTerms terms = known(command.instrument());
    long[] slopes = {command.slope0(), command.slope1(), command.slope2(), command.slope3()};
    long[] bounds = {command.bound1(), command.bound2(), command.bound3()};
    if (terms != null) {
      for (long slope : slopes) {
        refuseBeyond(terms, BigInteger.valueOf(slope));
      }
      refuse(SWEEP_UNFINISHED, state.stalePortfolios(terms.group) > 0);
    }
    refuse(CURVE_INVALID, bounds[0] > bounds[1] || bounds[1] > bounds[2]);
    refuse(CURVE_INVALID, bounds[2] > PlainState.MOST_LOTS);
    return () -> {
      System.arraycopy(slopes, 0, terms.other.slopes, 0, slopes.length);
      System.arraycopy(bounds, 0, terms.other.bounds, 0, bounds.length);
      terms.staged.add(CURVE);
      events.done(SetSizeCurveDecoder.TEMPLATE_ID, 0);
    };
  }

  Runnable stageArray(StageArrayDecoder command) {
    named(NO_FLAGS);
    refuse(UNSUPPORTED_FIELD, command.part() >= parts());
    PlainTerms terms = known(command.instrument());
    long[] lanes = {
      command.lane0(), command.lane1(), command.lane2(), command.lane3(),
      command.lane4(), command.lane5(), command.lane6(), command.lane7()
    };
    if (terms != null) {
      refuse(PRICE_BEYOND_LIMIT, Math.abs((long) command.mark()) > terms.maxPrice);
      for (long lane : lanes) {
        refuseBeyond(terms, BigInteger.valueOf(lane));
      }
      refuseBeyond(terms, PlainMoney.unsigned(command.shortOptionMinimum()));
      refuse(SWEEP_UNFINISHED, state.stalePortfolios(terms.group) > 0);
    }
    return () -> {
      Bank bank = terms.other;
      bank.mark = command.mark();
      bank.shortMinimum = command.shortOptionMinimum();
      System.arraycopy(lanes, 0, bank.profits, LANES_OF_PART * command.part(), LANES_OF_PART);
      terms.staged.add((int) command.part());
      events.done(StageArrayDecoder.TEMPLATE_ID, 0);
    };
  }

  private int parts() {
    return state.capacities.scenarios() / LANES_OF_PART;
  }

  Runnable commitGroup(CommitGroupDecoder command) {
    named(NO_FLAGS);
    int number = command.group();
    PlainGroup group = state.groups.get(number);
    refuse(GROUP_OUT_OF_RANGE, group == null);
    Factors factors = new Factors(command.initialFactor(), command.maintenanceFactor());
    refuse(FACTOR_INVALID, factors.maintenance() > factors.initial() || factors.initial() > 512);
    if (group != null) {
      boolean isNext = command.epoch() == (group.epoch + 1) % EPOCHS;
      refuse(WRONG_EPOCH, !state.loading && !isNext);
      refuse(SWEEP_UNFINISHED, state.stalePortfolios(number) > 0);
      refuse(NOT_STAGED, ofGroup(number).stream().anyMatch(n -> !isStagedInFull(n)));
    }
    return () -> {
      ofGroup(number).forEach(instrument -> state.instruments.get(instrument).terms.commit());
      group.epoch = command.epoch();
      group.isCommitted = true;
      group.other = group.current;
      group.current = factors;
      state.portfolios.values().stream()
          .filter(portfolio -> portfolio.group == number)
          .forEach(portfolio -> portfolio.isStale = true);
      events.ofMargin.committed(number, group.epoch, state.stalePortfolios(number));
    };
  }

  private boolean isStagedInFull(int instrument) {
    return state.instruments.get(instrument).terms.staged.size() == parts() + 1;
  }
}
