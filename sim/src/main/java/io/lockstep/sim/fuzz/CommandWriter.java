package io.lockstep.sim.fuzz;

import io.lockstep.driver.Card;
import io.lockstep.schema.card.CommandHeaderEncoder;
import java.nio.ByteOrder;
import org.agrona.MutableDirectBuffer;

/**
 * Begins commands: header, and in all other bytes anything or nothing, since the card ignores those
 * that no field covers and those of features that it lacks.
 */
final class CommandWriter {
  private static final int FLAGS_OFFSET = 2;
  private static final int FLAG_BITS = 16;
  private static final int FIRST_BYTE_BEYOND_IDS = 16;

  private final Dice dice;
  private final Knowledge knowledge;
  private final CommandHeaderEncoder header = new CommandHeaderEncoder();
  private long id;

  CommandWriter(Dice dice, Knowledge knowledge) {
    this.dice = dice;
    this.knowledge = knowledge;
  }

  /** Begins a command with a log sequence, and so an id, of its own and without flags. */
  CommandHeaderEncoder begin(MutableDirectBuffer command, int template) {
    return begin(command, template, newId());
  }

  private long newId() {
    id++;
    // Ids are 64 bits wide: now and then the high ones are in use.
    return dice.oneIn(32) ? id | (long) dice.anyInt() << 32 : id;
  }

  /** Gives a command another log sequence, and so another id. */
  void renew(MutableDirectBuffer command) {
    header.wrap(command, 0).logSequence(newId());
  }

  /** Begins a command with a log sequence. */
  CommandHeaderEncoder begin(MutableDirectBuffer command, int template, long logSequence) {
    boolean noisy = dice.oneIn(2);
    for (int at = 0; at < Card.MESSAGE_BYTES; at += Long.BYTES) {
      command.putLong(at, noisy ? dice.anyLong() : 0);
    }
    header.wrap(command, 0).templateId(template).windowSequence(0).logSequence(logSequence);
    header.flags().clear();
    return header;
  }

  /** Any flags, at least one. */
  void breakFlags(MutableDirectBuffer command) {
    short flags =
        (short)
            (dice.oneIn(2) ? 1 << dice.below(FLAG_BITS) : dice.between(1, (1 << FLAG_BITS) - 1));
    command.putShort(FLAGS_OFFSET, flags, ByteOrder.LITTLE_ENDIAN);
  }

  /** Flags that no command names. */
  void breakFlagsForSure(MutableDirectBuffer command) {
    int unnamed = dice.oneIn(2) ? 1 << dice.below(2) : 1 << dice.between(5, FLAG_BITS - 1);
    command.putShort(FLAGS_OFFSET, (short) unnamed, ByteOrder.LITTLE_ENDIAN);
  }

  /** A flag that is not the only one which a command names. */
  void breakFlagsBeside(MutableDirectBuffer command, int namedBit) {
    int unnamed = (namedBit + (int) dice.between(1, FLAG_BITS - 1)) % FLAG_BITS;
    command.putShort(FLAGS_OFFSET, (short) (1 << unnamed), ByteOrder.LITTLE_ENDIAN);
  }

  void clearFlags(MutableDirectBuffer command) {
    command.putShort(FLAGS_OFFSET, (short) 0, ByteOrder.LITTLE_ENDIAN);
  }

  /** Puts random bytes in the place of all fields but the header's. */
  void scatter(MutableDirectBuffer command) {
    for (int at = FIRST_BYTE_BEYOND_IDS; at < Card.MESSAGE_BYTES; at += Integer.BYTES) {
      command.putInt(at, dice.oneIn(2) ? dice.anyInt() : dice.below(64));
    }
  }

  /** Turns one bit round, anywhere but in the log sequence: ids are never used twice. */
  void flipBit(MutableDirectBuffer command) {
    int places = Card.MESSAGE_BYTES - FIRST_BYTE_BEYOND_IDS + Integer.BYTES;
    int place = dice.below(places);
    int at = place < Integer.BYTES ? place : place - Integer.BYTES + FIRST_BYTE_BEYOND_IDS;
    command.putByte(at, (byte) (command.getByte(at) ^ 1 << dice.below(Byte.SIZE)));
  }

  /** A value of 32 bits without sign, from a bound on, at times just at it. */
  long atOrBeyond(long bound) {
    return dice.oneIn(3) ? bound : dice.between(bound, 0xFFFF_FFFFL);
  }

  /** The same of 16 bits. */
  int atOrBeyondShort(int bound) {
    return (int) (dice.oneIn(2) ? bound : dice.between(bound, 0xFFFF));
  }

  /** An instrument beyond the capacity or never set. */
  int unknownInstrument() {
    int instrument = dice.below(knowledge.instruments.count);
    return knowledge.instruments.isKnown(instrument)
        ? atOrBeyondShort(knowledge.instruments.count)
        : instrument;
  }

  /** An account beyond the capacity or never set. */
  long unknownAccount() {
    int account = dice.below(knowledge.accounts.capacity());
    return dice.oneIn(2) || knowledge.accounts.isKnown(account)
        ? atOrBeyond(knowledge.accounts.capacity())
        : account;
  }

  long anyUnsigned() {
    return dice.oneIn(2) ? Integer.toUnsignedLong(dice.anyInt()) : dice.below(64);
  }
}
