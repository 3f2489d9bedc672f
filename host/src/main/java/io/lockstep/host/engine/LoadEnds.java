package io.lockstep.host.engine;

import io.lockstep.host.margin.Sweep;
import io.lockstep.host.snapshot.SnapshotPart;
import io.lockstep.host.snapshot.SnapshotReader;
import io.lockstep.host.snapshot.SnapshotWriter;
import io.lockstep.schema.card.DoneDecoder;
import io.lockstep.schema.client.LoadEndedDecoder;
import io.lockstep.schema.snapshot.LoadStateDecoder;
import io.lockstep.schema.snapshot.LoadStateEncoder;
import io.lockstep.schema.snapshot.Truth;

/** The end of the venue's definitions: the card takes orders from then on. */
final class LoadEnds extends RequestKind implements SnapshotPart {
  private final Sweep sweep;
  private final Commands commands;
  private boolean ended;

  LoadEnds(Sweep sweep, Commands commands) {
    this.sweep = sweep;
    this.commands = commands;
  }

  /** True once the card takes orders. */
  boolean ended() {
    return ended;
  }

  @Override
  int templateId() {
    return LoadEndedDecoder.TEMPLATE_ID;
  }

  @Override
  void admit(LogMessage message, RequestQueue queue) {
    Request request = queue.next();
    request.begin(this, message);
    commands.endOfLoad(request);
    queue.push();
    sweep.begin();
  }

  @Override
  boolean onDone(Request request, DoneDecoder done) {
    ended = true;
    return true;
  }

  // ------------------------------------------------------------------ snapshot

  @Override
  public void write(SnapshotWriter to) {
    to.next(new LoadStateEncoder()).ended(SnapshotWriter.truth(ended));
  }

  @Override
  public boolean read(SnapshotReader from) {
    if (from.templateId() != LoadStateDecoder.TEMPLATE_ID) {
      return false;
    }
    ended = from.as(new LoadStateDecoder()).ended() == Truth.YES;
    return true;
  }
}
