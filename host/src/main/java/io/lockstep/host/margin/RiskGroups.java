package io.lockstep.host.margin;

import io.lockstep.host.snapshot.SnapshotPart;
import io.lockstep.host.snapshot.SnapshotReader;
import io.lockstep.host.snapshot.SnapshotWriter;
import io.lockstep.schema.client.ContractDefinedDecoder;
import io.lockstep.schema.client.RiskGroupDefinedDecoder;
import io.lockstep.schema.snapshot.ContractStateDecoder;
import io.lockstep.schema.snapshot.ContractStateEncoder;
import io.lockstep.schema.snapshot.RiskGroupStateDecoder;
import io.lockstep.schema.snapshot.RiskGroupStateEncoder;
import io.lockstep.schema.snapshot.Truth;

/**
 * Risk groups and contracts, marks and volatilities, as log messages wrote them; and which groups
 * are to be staged because theirs moved. Stage A's own. Flat arrays; one thread.
 */
public final class RiskGroups implements SnapshotPart {
  /** There is none. */
  public static final int NONE = -1;

  private final RiskGroup[] groups;
  private final MarginContract[] contracts;
  private final PricedContract[] priced;

  /** By instrument; of an option as it was last staged. */
  private final int[] marksTicks;

  /** By instrument, millionths a year; of an option only. */
  private final int[] volatilities;

  private final boolean[] pending;

  /** Of the last commit that was sent, by group. */
  private final int[] epochs;

  private boolean isMargined;

  /**
   * @param groups are below.
   * @param instruments are below.
   */
  public RiskGroups(int groups, int instruments) {
    this.groups = new RiskGroup[groups];
    contracts = new MarginContract[instruments];
    priced = new PricedContract[instruments];
    marksTicks = new int[instruments];
    volatilities = new int[instruments];
    pending = new boolean[groups];
    epochs = new int[groups];
  }

  // ------------------------------------------------------------------ definitions

  /** Takes a group in; false: the card has no room for it. */
  public boolean define(RiskGroupDefinedDecoder message) {
    boolean fits = message.group() < groups.length;
    if (fits) {
      groups[message.group()] = RiskGroup.read(message);
      isMargined = true;
    }
    return fits;
  }

  /** Takes in what an instrument is that is defined next; false: it has no place. */
  public boolean define(ContractDefinedDecoder message) {
    boolean fits =
        message.instrument() < contracts.length
            && message.group() < groups.length
            && groups[message.group()] != null;
    if (fits) {
      int instrument = (int) message.instrument();
      contracts[instrument] = MarginContract.read(message);
      volatilities[instrument] = contracts[instrument].volatility();
    }
    return fits;
  }

  /** The instrument is defined; until its first mark the reference price counts. */
  public void begin(
      int instrument, long tickSize, long multiplier, long maxPriceTicks, int referenceTicks) {
    priced[instrument] =
        PricedContract.of(contracts[instrument], tickSize, multiplier, maxPriceTicks);
    mark(instrument, referenceTicks);
  }

  /** The venue has risk groups: orders are margined. */
  public boolean isMargined() {
    return isMargined;
  }

  /** Ids are below. */
  public int capacity() {
    return groups.length;
  }

  /** Ids of instruments are below. */
  public int instruments() {
    return contracts.length;
  }

  /** A group, or null. */
  public RiskGroup group(int id) {
    return id < groups.length ? groups[id] : null;
  }

  /** What an instrument is for margin, or null: the venue trades without. */
  public MarginContract contract(int instrument) {
    return contracts[instrument];
  }

  PricedContract priced(int instrument) {
    return priced[instrument];
  }

  /** The first instrument of a group from one on, or {@link #NONE}. */
  public int firstFrom(int instrument, int group) {
    for (int at = instrument; at < contracts.length; at++) {
      if (contracts[at] != null && contracts[at].group() == group) {
        return at;
      }
    }
    return NONE;
  }

  // ------------------------------------------------------------------ marks

  /** The mark; of an option as it was last staged. */
  public int markTicks(int instrument) {
    return marksTicks[instrument];
  }

  /** The mark in price units. */
  double markPrice(int instrument) {
    return marksTicks[instrument] * priced[instrument].lot().tick();
  }

  /** An option of a group has this expiry. */
  public boolean hasOption(int group, long expiryNs) {
    for (int at = firstFrom(0, group); at != NONE; at = firstFrom(at + 1, group)) {
      if (contracts[at].isOption() && contracts[at].expiryNs() == expiryNs) {
        return true;
      }
    }
    return false;
  }

  /** Of an option, millionths a year; a surface of its group goes before it. */
  public int volatility(int instrument) {
    return volatilities[instrument];
  }

  /** An option is staged with a mark; or a mark is only tried, and taken back. */
  public void tryMark(int instrument, int ticks) {
    marksTicks[instrument] = ticks;
  }

  /** The instrument's group is to be staged. */
  public void mark(int instrument, int ticks) {
    marksTicks[instrument] = ticks;
    restage(contracts[instrument].group());
  }

  /** A volatility is tried, and taken back. */
  public void tryVolatility(int instrument, int millionths) {
    volatilities[instrument] = millionths;
  }

  /** The instrument's group is to be staged. */
  public void volatility(int instrument, int millionths) {
    volatilities[instrument] = millionths;
    restage(contracts[instrument].group());
  }

  /** The group is to be staged: what its arrays follow from has moved. */
  public void restage(int group) {
    pending[group] = true;
  }

  /** The first group from one on that is to be staged, or {@link #NONE}. */
  public int firstPending(int group) {
    for (int at = group; at < groups.length; at++) {
      if (pending[at]) {
        return at;
      }
    }
    return NONE;
  }

  /** The group's marks cannot be staged: it keeps those that it has. */
  public void drop(int group) {
    pending[group] = false;
  }

  /** The group is staged: what moves from now on is for the next time. Answers its new epoch. */
  public int stage(int group) {
    pending[group] = false;
    return ++epochs[group];
  }

  // ------------------------------------------------------------------ snapshot

  @Override
  public void write(SnapshotWriter to) {
    RiskGroupStateEncoder record = new RiskGroupStateEncoder();
    for (RiskGroup group : groups) {
      if (group != null) {
        to.next(record)
            .scanRange(group.scanRange())
            .group(group.id())
            .initialFactor(group.initialFactor())
            .maintenanceFactor(group.maintenanceFactor())
            .epoch(epochs[group.id()])
            .scenarios(group.scenarios().value())
            .pending(SnapshotWriter.truth(pending[group.id()]));
      }
    }
    ContractStateEncoder contractRecord = new ContractStateEncoder();
    for (MarginContract contract : contracts) {
      if (contract != null) {
        contract.write(to.next(contractRecord));
        contractRecord
            .volatility(volatilities[contract.instrument()])
            .markTicks(marksTicks[contract.instrument()])
            .tickSize(priced[contract.instrument()].tickSize())
            .multiplier(priced[contract.instrument()].lot().multiplier())
            .maxPrice(priced[contract.instrument()].maxPriceTicks());
      }
    }
  }

  @Override
  public boolean read(SnapshotReader from) {
    switch (from.templateId()) {
      case RiskGroupStateDecoder.TEMPLATE_ID:
        RiskGroupStateDecoder group = from.as(new RiskGroupStateDecoder());
        groups[group.group()] = RiskGroup.read(group);
        epochs[group.group()] = group.epoch();
        pending[group.group()] = group.pending() == Truth.YES;
        isMargined = true;
        return true;
      case ContractStateDecoder.TEMPLATE_ID:
        ContractStateDecoder contract = from.as(new ContractStateDecoder());
        contracts[contract.instrument()] = MarginContract.read(contract);
        volatilities[contract.instrument()] = contract.volatility();
        marksTicks[contract.instrument()] = contract.markTicks();
        priced[contract.instrument()] =
            PricedContract.of(
                contracts[contract.instrument()],
                contract.tickSize(),
                contract.multiplier(),
                contract.maxPrice());
        return true;
      default:
        return false;
    }
  }
}
