package io.lockstep.host.engine;

import io.lockstep.schema.card.DoneDecoder;

/** Positions that stage A opens on the card before the first order that needs them. */
final class PositionOpenings extends CommandKind {
  private final Positions positions;
  private final Commands commands;

  PositionOpenings(Positions positions, Commands commands) {
    this.positions = positions;
    this.commands = commands;
  }

  /** True when the account has a position in the instrument, or can get one. */
  boolean hasRoom(int account, Instrument instrument) {
    return !positions.isFull() || positions.slotOf(account, instrument.id()) != Positions.MISSING;
  }

  /** The slot of a position; when it is the first time, its opening is pushed. */
  int require(LogMessage message, RequestQueue queue, int account, Instrument instrument) {
    int slot = positions.slotOf(account, instrument.id());
    if (slot != Positions.MISSING) {
      return slot;
    }
    slot = positions.give(account, instrument.id());
    Request request = queue.next();
    request.begin(this, message);
    request.account = account;
    request.instrumentId = instrument.id();
    commands.openPosition(request, slot);
    queue.push();
    return slot;
  }

  @Override
  boolean onDone(Request request, DoneDecoder done) {
    positions.open();
    return true;
  }
}
