package io.lockstep.sim.model.margin;

/**
 * What margin knows of an instrument: its group, what a tick of a lot is worth, its fees, and its
 * risk array in each of the group's banks.
 */
public final class InstrumentTerms {
  /** The rates of each fee tier. */
  public final FeeRows fees = new FeeRows();

  private final RiskArray[] banks = new RiskArray[RiskGroup.BANKS];
  private final int curveBit;
  private RiskGroup group;
  private int groupNumber;
  private long multiplier;
  private long closeBand;
  private long worstFee;
  private int positionLimit = Bounds.LOTS;

  /** A bit for each part of the array that was staged, and above them one for the curve. */
  private int staged;

  private int openPositions;

  /** Of an instrument not yet set. */
  public InstrumentTerms(int scenarios) {
    for (int bank = 0; bank < banks.length; bank++) {
      banks[bank] = new RiskArray(scenarios);
    }
    curveBit = 1 << scenarios / RiskArray.LANES_OF_PART;
  }

  /** Whether a definition would leave what margin rests on as it is. */
  public boolean isDefinedAs(int group, long multiplier, long worstFee, int positionLimit) {
    return this.group != null
        && groupNumber == group
        && this.multiplier == multiplier
        && this.worstFee == worstFee
        && this.positionLimit == positionLimit;
  }

  /**
   * Defines it anew, while no position is open: no fees, no committed array, and nothing staged.
   *
   * @param ofGroup the risk group of that number.
   */
  public void define(
      RiskGroup ofGroup, int number, long newMultiplier, long newWorstFee, int newPositionLimit) {
    if (group != null) {
      group.addInstruments(-1);
    }
    ofGroup.addInstruments(1);
    group = ofGroup;
    groupNumber = number;
    multiplier = newMultiplier;
    worstFee = newWorstFee;
    positionLimit = newPositionLimit;
    fees.clear();
    staged = 0;
    for (RiskArray bank : banks) {
      bank.setValued(false);
    }
  }

  /** Sets how far from the mark a closing order of a breached account may be, in ticks. */
  public void setCloseBand(long ticks) {
    closeBand = ticks;
  }

  /** Null before the instrument is set. */
  public RiskGroup group() {
    return group;
  }

  /** The group's number. */
  public int groupNumber() {
    return groupNumber;
  }

  /** Scaled minor units a tick and lot. */
  public long multiplier() {
    return multiplier;
  }

  /** Ticks. */
  public long closeBand() {
    return closeBand;
  }

  /** Largest fee a lot. */
  public long worstFee() {
    return worstFee;
  }

  /** Most lots that |pos| + B + A may be. */
  public int positionLimit() {
    return positionLimit;
  }

  /** Positions of it that are open. */
  public int openPositions() {
    return openPositions;
  }

  /** A position of it opened, or closed where negative. */
  public void addPositions(int more) {
    openPositions += more;
  }

  /** Takes a part of an array into the bank that is not current. */
  public void stage(int part, int[] lanes, int mark, long shortMinimum) {
    other().stage(part, lanes, mark, shortMinimum);
    staged |= 1 << part;
  }

  /** The size curve of the bank that is not current, to be staged. */
  public SizeCurve stageSize() {
    staged |= curveBit;
    return other().size;
  }

  /** Whether all parts and the curve were staged since the last commit. */
  public boolean isStagedInFull() {
    return staged == curveBit + curveBit - 1;
  }

  /** Its group was committed: nothing is staged, and it is valued. */
  public void committed() {
    staged = 0;
    current().setValued(true);
  }

  /** The array of the group's epoch. */
  public RiskArray current() {
    return banks[group.currentBank()];
  }

  private RiskArray other() {
    return banks[group.otherBank()];
  }

  /** The array that a bank has. */
  public RiskArray in(int bank) {
    return banks[bank];
  }

  /** The checksum of the current array; 0 if it is not valued. */
  public long arrayChecksum() {
    return current().isValued() ? current().checksum() : 0;
  }

  /** The current mark; 0 if the instrument is not valued. */
  public int markOrNone() {
    return current().isValued() ? current().mark() : 0;
  }

  /** side · (limit − mark): how much worse than the current mark a limit is, in ticks. */
  public long worseThanMark(int sign, int limit) {
    return sign * ((long) limit - current().mark());
  }

  /**
   * r: what an order reserves a lot.
   *
   * @param sign 1 of a bid, −1 of an ask.
   */
  public long reserve(int sign, int limit, int tier) {
    return Math.max(0, worseThanMark(sign, limit)) * multiplier + fee(1, limit, fees.worst(tier));
  }

  /** Largest reserve that an order of prices up to {@code maxPrice} may have. */
  public long largestReserve(long maxPrice) {
    return 2 * multiplier * maxPrice + worstFee;
  }

  /** What a fill costs at a rate; negative: a rebate. */
  public long fee(int lots, int price, int rate) {
    return RoundedUp.product(lots * Math.abs((long) price) * multiplier, rate, FeeRows.RATE_BITS);
  }

  /** What the buyer of a fill pays and the seller gets; negative at a negative price. */
  public long cost(int lots, int price) {
    return (long) lots * price * multiplier;
  }
}
