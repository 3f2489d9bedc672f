package io.lockstep.sim.model;

import io.lockstep.driver.Card;
import io.lockstep.driver.CommandWriter;
import io.lockstep.driver.MarginWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.agrona.concurrent.UnsafeBuffer;

/** What margin goes by in an instrument, and the commands that tell a card. */
final class MarginTerms {
  private MarginTerms() {}

  /** What an instrument is, its book's limits aside. */
  record Terms(int group, long multiplier, long closeBand, long worstFee, long positionLimit) {}

  /** What is staged of an instrument. */
  record Array(int mark, int[] lanes, long shortMinimum, int[] bounds, int[] slopes) {}

  /** Rates in 2 to the power of -24. */
  record Fees(int maker, int taker, int auction) {}

  static UnsafeBuffer setInstrument(
      int instrument, int windowBase, int low, int high, long maxPrice, Terms terms) {
    return defined(
        writer ->
            writer
                .setInstrument(instrument, windowBase, low, high, maxPrice, PlainState.MOST_LOTS)
                .multiplier(terms.multiplier)
                .margin(terms.group, terms.closeBand, terms.worstFee, terms.positionLimit));
  }

  /** All that a commit wants to have of an instrument. */
  static List<UnsafeBuffer> stage(int instrument, Array array) {
    List<UnsafeBuffer> all = new ArrayList<>();
    for (int part = 0; part < array.lanes.length / MarginWriter.LANES_A_PART; part++) {
      int of = part;
      all.add(of(w -> w.stageArray(instrument, of, array.mark, array.shortMinimum, array.lanes)));
    }
    all.add(
        of(
            writer ->
                writer
                    .sizeCurve(instrument)
                    .bound1(array.bounds[0])
                    .bound2(array.bounds[1])
                    .bound3(array.bounds[2])
                    .slope0(array.slopes[0])
                    .slope1(array.slopes[1])
                    .slope2(array.slopes[2])
                    .slope3(array.slopes[3])));
    return all;
  }

  static UnsafeBuffer setFees(int instrument, int tier, Fees fees) {
    return of(w -> w.feeRow(instrument, tier, fees.maker, fees.taker, fees.auction));
  }

  private static UnsafeBuffer of(Consumer<MarginWriter> what) {
    UnsafeBuffer bytes = new UnsafeBuffer(new byte[Card.MESSAGE_BYTES]);
    what.accept(new MarginWriter().into(bytes, 0));
    return bytes;
  }

  private static UnsafeBuffer defined(Consumer<CommandWriter> what) {
    UnsafeBuffer bytes = new UnsafeBuffer(new byte[Card.MESSAGE_BYTES]);
    what.accept(new CommandWriter().into(bytes, 0));
    return bytes;
  }
}
