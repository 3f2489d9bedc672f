package io.lockstep.bench.margin;

import io.lockstep.driver.Card;
import io.lockstep.driver.CommandWriter;
import io.lockstep.driver.MarginWriter;
import io.lockstep.schema.card.MarginStatus;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import org.agrona.DirectBuffer;
import org.agrona.concurrent.UnsafeBuffer;

/**
 * Commands that define what a card with margin shall know, in the order in which they are added.
 */
public final class MarginSetUp implements Iterable<DirectBuffer> {
  private static final int FACTOR_ONE = 256;

  private final List<DirectBuffer> written = new ArrayList<>();
  private final CommandWriter commands = new CommandWriter();
  private final MarginWriter margin = new MarginWriter();
  private final int scenarios;

  /**
   * @param scenarios of the card: 16 or 32.
   */
  public MarginSetUp(int scenarios) {
    this.scenarios = scenarios;
  }

  /**
   * An instrument without close band, fees and size add-on.
   *
   * @param levels of the card: the window is the band too.
   * @param lots most of an order, and of a position.
   * @param multiplier scaled minor units a tick and lot.
   */
  public void instrument(
      int instrument,
      int group,
      int windowBase,
      int levels,
      long maxPrice,
      long lots,
      long multiplier) {
    commands
        .setInstrument(instrument, windowBase, windowBase, windowBase + levels - 1, maxPrice, lots)
        .multiplier(multiplier)
        .margin(group, 0, 0, lots);
    add(commands.command());
  }

  /** Stages an instrument in full. */
  public void stage(int instrument, int mark, int[] lanes) {
    for (int part = 0; part < scenarios / MarginWriter.LANES_A_PART; part++) {
      margin.stageArray(instrument, part, mark, 0, lanes);
      add(margin.command());
    }
    margin.sizeCurve(instrument);
    add(margin.command());
  }

  /** Switches a group to what was staged; both factors are 1. */
  public void commit(int group, long epoch) {
    margin.commitGroup(group, FACTOR_ONE, FACTOR_ONE, epoch);
    add(margin.command());
  }

  /** A healthy account with cash, while the card is loading. */
  public void account(long account, long cash) {
    margin.loadAccount(account, 0, 0, cash, MarginStatus.HEALTHY);
    add(margin.command());
  }

  /** A portfolio without add-on, of that epoch, while the card is loading. */
  public void portfolio(long portfolio, long account, int group, long epoch) {
    margin.loadPortfolio(portfolio, account, group, 0, epoch);
    add(margin.command());
  }

  /** A position, while the card is loading. */
  public void position(long slot, long account, int instrument, long portfolio, int lots) {
    commands.loadPosition(slot, account, instrument, lots).portfolio(portfolio);
    add(commands.command());
  }

  /** From then on the card takes orders. */
  public void endOfLoad() {
    commands.endOfLoad();
    add(commands.command());
  }

  /** What an order reserves is computed anew. */
  public void reserve(long orderId, long slot, long account) {
    margin.reserve(orderId, slot, account);
    add(margin.command());
  }

  /** Re-values the stale portfolios of a run of slots. */
  public void sweep(long portfolio, long count) {
    margin.sweepChunk(portfolio, count);
    add(margin.command());
  }

  /** Commands added so far. */
  public int size() {
    return written.size();
  }

  @Override
  public Iterator<DirectBuffer> iterator() {
    return written.iterator();
  }

  private void add(DirectBuffer command) {
    UnsafeBuffer copy = new UnsafeBuffer(new byte[Card.MESSAGE_BYTES]);
    copy.putBytes(0, command, 0, Card.MESSAGE_BYTES);
    written.add(copy);
  }
}
