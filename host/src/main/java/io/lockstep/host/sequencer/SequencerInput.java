package io.lockstep.host.sequencer;

import io.lockstep.schema.client.Source;
import org.agrona.DirectBuffer;

/** Where an agent puts a message that is to be ordered. Never blocks. One thread an input. */
public interface SequencerInput {
  /**
   * Hands over one message; it is copied.
   *
   * @param source who sends it.
   * @param participant 0 where there is none.
   * @param session 0 where there is none.
   * @param buffer holds the message with its SBE header at {@code offset}.
   * @return false when there is no room: try again later.
   */
  boolean offer(
      Source source, int participant, int session, DirectBuffer buffer, int offset, int length);
}
