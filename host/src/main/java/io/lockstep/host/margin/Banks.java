package io.lockstep.host.margin;

import io.lockstep.driver.MarginWriter;
import io.lockstep.host.snapshot.SnapshotPart;
import io.lockstep.host.snapshot.SnapshotReader;
import io.lockstep.host.snapshot.SnapshotWriter;
import io.lockstep.schema.card.StageArrayDecoder;
import io.lockstep.schema.snapshot.BankGroupStateDecoder;
import io.lockstep.schema.snapshot.BankGroupStateEncoder;
import io.lockstep.schema.snapshot.BankStateDecoder;
import io.lockstep.schema.snapshot.BankStateEncoder;
import io.lockstep.schema.snapshot.LanesStateDecoder;
import io.lockstep.schema.snapshot.LanesStateEncoder;
import java.nio.ByteOrder;
import org.agrona.MutableDirectBuffer;

/**
 * Marks and risk arrays in both banks of the card, as it has taken them; and what was staged since
 * a group's last commit. The bank of an epoch is the one of its parity. What else a bank holds
 * never changes, and stands in group and contract. Stage B's own. Flat arrays; one thread.
 */
public final class Banks implements SnapshotPart {
  private static final int BANKS = 2;

  private final RiskGroups groups;
  private final int instruments;
  private final int scenarios;
  private final int[] lanes;
  private final int[] marksTicks;

  /** By instrument: a bit for each part of its array, and the next one for its size curve. */
  private final int[] staged;

  private final int[] epochs;

  /** Of the bank record that was read last. */
  private int readAt;

  /**
   * Nothing is staged.
   *
   * @param scenarios of the card, a multiple of 8; 0 without margin.
   */
  public Banks(RiskGroups groups, int scenarios) {
    this.groups = groups;
    this.scenarios = scenarios;
    instruments = scenarios == 0 ? 0 : groups.instruments();
    lanes = new int[BANKS * instruments * scenarios];
    marksTicks = new int[BANKS * instruments];
    staged = new int[instruments];
    epochs = new int[groups.capacity()];
  }

  /** Of each risk array. */
  public int scenarios() {
    return scenarios;
  }

  /** Stage array commands an instrument. */
  public int parts() {
    return scenarios / MarginWriter.LANES_A_PART;
  }

  // ------------------------------------------------------------------ what the card took

  /** A part of an array is staged. */
  public void stage(StageArrayDecoder command) {
    int instrument = command.instrument();
    int at = at(bankOf(epochOf(instrument) + 1), instrument);
    marksTicks[at] = command.mark();
    int firstByte = command.offset() + StageArrayDecoder.lane0EncodingOffset();
    int first = at * scenarios + command.part() * MarginWriter.LANES_A_PART;
    for (int lane = 0; lane < MarginWriter.LANES_A_PART; lane++) {
      lanes[first + lane] =
          command.buffer().getInt(firstByte + lane * Integer.BYTES, ByteOrder.LITTLE_ENDIAN);
    }
    staged[instrument] |= 1 << command.part();
  }

  /** An instrument's size curve is staged. */
  public void stageCurve(int instrument) {
    staged[instrument] |= 1 << parts();
  }

  /** A group has a new epoch. */
  public void commit(int group, int epoch) {
    epochs[group] = epoch;
    for (int at = groups.firstFrom(0, group);
        at != RiskGroups.NONE;
        at = groups.firstFrom(at + 1, group)) {
      staged[at] = 0;
    }
  }

  // ------------------------------------------------------------------ what is known

  /** A group's epoch; 0: nothing was committed. */
  public int epoch(int group) {
    return epochs[group];
  }

  private int epochOf(int instrument) {
    return epochs[groups.contract(instrument).group()];
  }

  /** Whether a part of an instrument's array, or its curve, was staged since the last commit. */
  public boolean isStaged(int instrument, int part) {
    return (staged[instrument] & 1 << part) != 0;
  }

  private static int bankOf(int epoch) {
    return epoch & 1;
  }

  /** The mark in the current bank. */
  public int markTicks(int instrument) {
    return markTicks(instrument, epochOf(instrument));
  }

  /** The mark of an epoch: its group's, the one before, or the one to come. */
  public int markTicks(int instrument, int epoch) {
    return marksTicks[at(bankOf(epoch), instrument)];
  }

  /** What a lot gains in a scenario, by the parameters of an epoch. */
  public int lane(int instrument, int epoch, int scenario) {
    return lanes[at(bankOf(epoch), instrument) * scenarios + scenario];
  }

  /** Copies an instrument's array of an epoch. */
  public void copyLanes(int instrument, int epoch, int[] to) {
    System.arraycopy(lanes, at(bankOf(epoch), instrument) * scenarios, to, 0, scenarios);
  }

  private int at(int bank, int instrument) {
    return bank * instruments + instrument;
  }

  // ------------------------------------------------------------------ snapshot

  @Override
  public void write(SnapshotWriter to) {
    BankGroupStateEncoder group = new BankGroupStateEncoder();
    for (int id = 0; id < epochs.length; id++) {
      if (epochs[id] != 0) {
        to.next(group).group(id).epoch(epochs[id]);
      }
    }
    BankStateEncoder bank = new BankStateEncoder();
    for (int at = 0; at < marksTicks.length; at++) {
      int instrument = at % instruments;
      if (groups.contract(instrument) != null) {
        to.next(bank)
            .instrument(instrument)
            .bank(at / instruments)
            .markTicks(marksTicks[at])
            .staged(staged[instrument]);
        for (int part = 0; part < parts(); part++) {
          write(to.next(new LanesStateEncoder()), at, part);
        }
      }
    }
  }

  private void write(LanesStateEncoder record, int at, int part) {
    record.part(part);
    MutableDirectBuffer buffer = record.buffer();
    int firstByte = record.offset() + LanesStateEncoder.lane0EncodingOffset();
    int first = at * scenarios + part * MarginWriter.LANES_A_PART;
    for (int lane = 0; lane < MarginWriter.LANES_A_PART; lane++) {
      buffer.putInt(firstByte + lane * Integer.BYTES, lanes[first + lane], ByteOrder.LITTLE_ENDIAN);
    }
  }

  @Override
  public boolean read(SnapshotReader from) {
    switch (from.templateId()) {
      case BankGroupStateDecoder.TEMPLATE_ID:
        BankGroupStateDecoder group = from.as(new BankGroupStateDecoder());
        epochs[group.group()] = group.epoch();
        return true;
      case BankStateDecoder.TEMPLATE_ID:
        BankStateDecoder bank = from.as(new BankStateDecoder());
        readAt = at(bank.bank(), bank.instrument());
        marksTicks[readAt] = bank.markTicks();
        staged[bank.instrument()] = bank.staged();
        return true;
      case LanesStateDecoder.TEMPLATE_ID:
        read(from.as(new LanesStateDecoder()));
        return true;
      default:
        return false;
    }
  }

  private void read(LanesStateDecoder record) {
    int firstByte = record.offset() + LanesStateDecoder.lane0EncodingOffset();
    int first = readAt * scenarios + record.part() * MarginWriter.LANES_A_PART;
    for (int lane = 0; lane < MarginWriter.LANES_A_PART; lane++) {
      lanes[first + lane] =
          record.buffer().getInt(firstByte + lane * Integer.BYTES, ByteOrder.LITTLE_ENDIAN);
    }
  }
}
