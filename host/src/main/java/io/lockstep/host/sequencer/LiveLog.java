package io.lockstep.host.sequencer;

import io.aeron.Subscription;
import io.aeron.logbuffer.ControlledFragmentHandler;
import io.aeron.logbuffer.Header;
import io.lockstep.host.engine.LogSource;
import org.agrona.DirectBuffer;

/** The log as the sequencer writes it. One thread. */
public final class LiveLog implements LogSource {
  private final Subscription log;
  private final ControlledFragmentHandler onFragment = this::onFragment;
  private Reader reader;

  /**
   * @param log of the sequencer's stream, and of nothing else.
   */
  public LiveLog(Subscription log) {
    this.log = log;
  }

  @Override
  public int poll(Reader to) {
    reader = to;
    return log.controlledPoll(onFragment, 1);
  }

  private ControlledFragmentHandler.Action onFragment(
      DirectBuffer buffer, int offset, int length, Header header) {
    boolean taken = reader.onMessage(buffer, offset, length, header.position());
    return taken
        ? ControlledFragmentHandler.Action.CONTINUE
        : ControlledFragmentHandler.Action.ABORT;
  }
}
