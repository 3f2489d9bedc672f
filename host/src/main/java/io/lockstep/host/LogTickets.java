package io.lockstep.host;

import io.lockstep.host.gateway.JournalTickets;
import io.lockstep.host.publisher.Journal;
import io.lockstep.host.sequencer.DirectSequencer;
import io.lockstep.host.sequencer.InputRing;
import java.util.function.BooleanSupplier;

/** Follows what an agent put into its ring: into the log, and into the log's recording. */
final class LogTickets implements JournalTickets {
  private static final long NOT_IN_THE_LOG = Long.MAX_VALUE;

  private final InputRing input;
  private final DirectSequencer sequencer;
  private final Journal journal;

  LogTickets(InputRing input, DirectSequencer sequencer, Journal journal) {
    this.input = input;
    this.sequencer = sequencer;
    this.journal = journal;
  }

  @Override
  public BooleanSupplier issue() {
    return new Ticket(input.offered());
  }

  private final class Ticket implements BooleanSupplier {
    private final long offered;
    private long logPosition = NOT_IN_THE_LOG;

    private Ticket(long offered) {
      this.offered = offered;
    }

    @Override
    public boolean getAsBoolean() {
      if (logPosition == NOT_IN_THE_LOG && input.taken() >= offered) {
        logPosition = sequencer.logPosition();
      }
      return logPosition != NOT_IN_THE_LOG && journal.recordedPosition() >= logPosition;
    }
  }
}
