package io.lockstep.driver;

import io.lockstep.schema.card.AdjustAddOnEncoder;
import io.lockstep.schema.card.AdjustEncoder;
import io.lockstep.schema.card.ClosePortfolioEncoder;
import io.lockstep.schema.card.CommandHeaderEncoder;
import io.lockstep.schema.card.CommitGroupEncoder;
import io.lockstep.schema.card.LoadAccountEncoder;
import io.lockstep.schema.card.LoadPortfolioEncoder;
import io.lockstep.schema.card.MarginStatus;
import io.lockstep.schema.card.OpenPortfolioEncoder;
import io.lockstep.schema.card.ReserveEncoder;
import io.lockstep.schema.card.SetFeeRowEncoder;
import io.lockstep.schema.card.SetSizeCurveEncoder;
import io.lockstep.schema.card.StageArrayEncoder;
import io.lockstep.schema.card.SweepChunkEncoder;
import io.lockstep.schema.card.TransferEncoder;
import java.nio.ByteOrder;
import org.agrona.concurrent.UnsafeBuffer;

/**
 * Writes the card commands that only a card with margin takes, from plain values, one at a time.
 * Money is in scaled minor units. One thread; allocates nothing.
 */
public final class MarginWriter {
  /** Lanes of one stage array. */
  public static final int LANES_A_PART = 8;

  private UnsafeBuffer buffer = new UnsafeBuffer(new byte[Card.MESSAGE_BYTES]);
  private long logSequence;
  private final CommandHeaderEncoder header = new CommandHeaderEncoder();
  private final ReserveEncoder reserve = new ReserveEncoder();
  private final AdjustEncoder adjust = new AdjustEncoder();
  private final AdjustAddOnEncoder adjustAddOn = new AdjustAddOnEncoder();
  private final TransferEncoder transfer = new TransferEncoder();
  private final SetSizeCurveEncoder sizeCurve = new SetSizeCurveEncoder();
  private final SetFeeRowEncoder feeRow = new SetFeeRowEncoder();
  private final OpenPortfolioEncoder openPortfolio = new OpenPortfolioEncoder();
  private final ClosePortfolioEncoder closePortfolio = new ClosePortfolioEncoder();
  private final StageArrayEncoder stageArray = new StageArrayEncoder();
  private final CommitGroupEncoder commitGroup = new CommitGroupEncoder();
  private final SweepChunkEncoder sweepChunk = new SweepChunkEncoder();
  private final LoadAccountEncoder loadAccount = new LoadAccountEncoder();
  private final LoadPortfolioEncoder loadPortfolio = new LoadPortfolioEncoder();

  /**
   * The commands that follow are written here instead.
   *
   * @param command 64 bytes.
   * @param sequence their log sequence; 0 until this is called.
   */
  public MarginWriter into(UnsafeBuffer command, long sequence) {
    buffer = command;
    logSequence = sequence;
    return this;
  }

  /** The command that was written last. */
  public UnsafeBuffer command() {
    return buffer;
  }

  /** The command that was written last comes from the engine itself: it passes the gate. */
  public void bySystem() {
    header.flags().system(true);
  }

  /** Recomputes what an order reserves. */
  public void reserve(long orderId, long slot, long account) {
    begin(ReserveEncoder.TEMPLATE_ID);
    reserve.wrap(buffer, 0).orderId(orderId).slot(slot).account(account);
  }

  /** Moves an account's cash. */
  public void adjust(long account, long amount) {
    begin(AdjustEncoder.TEMPLATE_ID);
    adjust.wrap(buffer, 0).amount(amount).account(account);
  }

  /** Moves a portfolio's add-on. */
  public void adjustAddOn(long account, long portfolio, long amount) {
    begin(AdjustAddOnEncoder.TEMPLATE_ID);
    adjustAddOn.wrap(buffer, 0).amount(amount).account(account).portfolio(portfolio);
  }

  /** Begins to move lots from one position to another at a price; the parties follow. */
  public TransferEncoder transfer(int instrument, int price, long quantity) {
    begin(TransferEncoder.TEMPLATE_ID);
    return transfer.wrap(buffer, 0).price(price).quantity(quantity).instrument(instrument);
  }

  /** Stages a size curve; its bounds and slopes follow. */
  public SetSizeCurveEncoder sizeCurve(int instrument) {
    begin(SetSizeCurveEncoder.TEMPLATE_ID);
    return sizeCurve.wrap(buffer, 0).instrument(instrument);
  }

  /** Sets an instrument's rates for a tier, in 2^-24 of the price. */
  public void feeRow(int instrument, int tier, int maker, int taker, int auction) {
    begin(SetFeeRowEncoder.TEMPLATE_ID);
    feeRow
        .wrap(buffer, 0)
        .instrument(instrument)
        .tier((short) tier)
        .maker(maker)
        .taker(taker)
        .auction(auction);
  }

  /** Binds a portfolio slot. */
  public void openPortfolio(long portfolio, long account, int group) {
    begin(OpenPortfolioEncoder.TEMPLATE_ID);
    openPortfolio.wrap(buffer, 0).portfolio(portfolio).account(account).group(group);
  }

  /** Frees a portfolio slot. */
  public void closePortfolio(long portfolio, long account, int group) {
    begin(ClosePortfolioEncoder.TEMPLATE_ID);
    closePortfolio.wrap(buffer, 0).portfolio(portfolio).account(account).group(group);
  }

  /**
   * Stages eight lanes of an instrument's risk array.
   *
   * @param lanes of all scenarios; those of the part are taken.
   */
  public void stageArray(int instrument, int part, int mark, long shortOptionMinimum, int[] lanes) {
    begin(StageArrayEncoder.TEMPLATE_ID);
    stageArray
        .wrap(buffer, 0)
        .instrument(instrument)
        .part((short) part)
        .mark(mark)
        .shortOptionMinimum(shortOptionMinimum);
    int first = StageArrayEncoder.lane0EncodingOffset();
    for (int lane = 0; lane < LANES_A_PART; lane++) {
      buffer.putInt(
          first + lane * Integer.BYTES, lanes[part * LANES_A_PART + lane], ByteOrder.LITTLE_ENDIAN);
    }
  }

  /** Switches a group to what was staged; factors in 1/256. */
  public void commitGroup(int group, int initialFactor, int maintenanceFactor, long epoch) {
    begin(CommitGroupEncoder.TEMPLATE_ID);
    commitGroup
        .wrap(buffer, 0)
        .group(group)
        .initialFactor(initialFactor)
        .maintenanceFactor(maintenanceFactor)
        .epoch(epoch);
  }

  /** Re-values the stale ones of a run of portfolio slots. */
  public void sweepChunk(long portfolio, long count) {
    begin(SweepChunkEncoder.TEMPLATE_ID);
    sweepChunk.wrap(buffer, 0).portfolio(portfolio).count(count);
  }

  /** Restores an account. */
  public void loadAccount(
      long account, long selfTradeGroup, int feeTier, long cash, MarginStatus status) {
    begin(LoadAccountEncoder.TEMPLATE_ID);
    loadAccount
        .wrap(buffer, 0)
        .cash(cash)
        .account(account)
        .selfTradeGroup(selfTradeGroup)
        .feeTier((short) feeTier)
        .status(status);
  }

  /** Restores a portfolio. */
  public void loadPortfolio(long portfolio, long account, int group, long addOn, long epoch) {
    begin(LoadPortfolioEncoder.TEMPLATE_ID);
    loadPortfolio
        .wrap(buffer, 0)
        .addOn(addOn)
        .portfolio(portfolio)
        .account(account)
        .epoch(epoch)
        .group(group);
  }

  private void begin(int template) {
    buffer.setMemory(0, Card.MESSAGE_BYTES, (byte) 0);
    header.wrap(buffer, 0).templateId(template).logSequence(logSequence);
  }
}
