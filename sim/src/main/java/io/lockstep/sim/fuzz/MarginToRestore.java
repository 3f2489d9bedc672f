package io.lockstep.sim.fuzz;

import io.lockstep.driver.Card;
import io.lockstep.driver.MarginState;
import io.lockstep.driver.MarginWriter;
import java.util.function.Consumer;
import org.agrona.concurrent.UnsafeBuffer;

/** What the generator knows, as a host would, of the margin of the card that is to be restored. */
final class MarginToRestore implements MarginState {
  private static final KnownTerms.Curve NO_CURVE = new KnownTerms.Curve(new long[3], new long[4]);

  private final Knowledge knowledge;
  private final MarginWriter writer = new MarginWriter();
  private final int moved;

  MarginToRestore(Dice dice, Knowledge knowledge) {
    this.knowledge = knowledge;
    moved = dice.below(knowledge.card.portfolios());
  }

  @Override
  public int portfolioOf(int account, int group) {
    int slot = Math.max(0, knowledge.margin.portfolios.slotOf(account, group));
    return (slot + moved) % knowledge.card.portfolios();
  }

  @Override
  public int feeTierOf(long orderId) {
    return knowledge.orders.feeTier(Math.max(0, knowledge.orders.slotOf(orderId)));
  }

  @Override
  public void feeRows(int instrument, Consumer<UnsafeBuffer> commands) {
    for (int tier = 0; tier < KnownTerms.TIERS && knowledge.hasMargin(); tier++) {
      int[] rates = knowledge.margin.terms.rates(instrument, tier);
      if (rates[0] != 0 || rates[1] != 0 || rates[2] != 0) {
        commands.accept(begin());
        writer.feeRow(instrument, tier, rates[0], rates[1], rates[2]);
      }
    }
  }

  @Override
  public void stage(int instrument, boolean older, Consumer<UnsafeBuffer> commands) {
    KnownTerms terms = knowledge.margin.terms;
    int bank = bank(terms.group(instrument), older);
    boolean holds = terms.isValuedIn(bank, instrument);
    for (int part = 0; part < terms.parts; part++) {
      commands.accept(begin());
      writer.stageArray(
          instrument,
          part,
          holds ? terms.mark(bank, instrument) : 0,
          holds ? terms.shortMinimum(bank, instrument) : 0,
          holds ? terms.lanes(bank, instrument) : new int[knowledge.card.scenarios()]);
    }
    KnownTerms.Curve curve = holds ? terms.curve(bank, instrument) : NO_CURVE;
    commands.accept(begin());
    writer
        .sizeCurve(instrument)
        .bound1(curve.bounds()[0])
        .bound2(curve.bounds()[1])
        .bound3(curve.bounds()[2])
        .slope0(curve.slopes()[0])
        .slope1(curve.slopes()[1])
        .slope2(curve.slopes()[2])
        .slope3(curve.slopes()[3]);
  }

  @Override
  public int olderInitialFactor(int group) {
    return knowledge.margin.groups.initialFactor(group, bank(group, true));
  }

  @Override
  public int olderMaintenanceFactor(int group) {
    return knowledge.margin.groups.maintenanceFactor(group, bank(group, true));
  }

  private int bank(int group, boolean older) {
    int current = knowledge.margin.groups.current(group);
    return older ? 1 - current : current;
  }

  /** Begins a command, which is handed over before it is written: it is one buffer. */
  private UnsafeBuffer begin() {
    UnsafeBuffer command = new UnsafeBuffer(new byte[Card.MESSAGE_BYTES]);
    writer.into(command, 0);
    return command;
  }
}
