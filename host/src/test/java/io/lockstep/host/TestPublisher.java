package io.lockstep.host;

import io.aeron.ExclusivePublication;
import io.aeron.Subscription;
import io.lockstep.host.gateway.SessionTable;
import io.lockstep.host.publisher.CatchUp;
import io.lockstep.host.publisher.Journal;
import io.lockstep.host.publisher.Publisher;

/** Publishers of tests that wire their agents by hand. */
final class TestPublisher {
  private static final int LAG_BYTES_MAX = 256 * 1024;

  private TestPublisher() {}

  static Publisher of(
      Transport transport,
      ExclusivePublication reports,
      Subscription output,
      Journal journal,
      SessionTable sessions) {
    CatchUp catchUp =
        new CatchUp(
            transport.recording(reports),
            transport.recordedPosition(reports),
            sessions,
            LAG_BYTES_MAX);
    return new Publisher(output, journal, sessions, catchUp);
  }
}
