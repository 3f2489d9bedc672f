package io.lockstep.host.gateway;

import java.util.function.BooleanSupplier;

/** Tells when the log holds, and the archive has, what was handed to the sequencer. */
@FunctionalInterface
public interface JournalTickets {
  /**
   * A ticket for all that the caller handed over so far.
   *
   * @return true once a killed process would not lose it. To be asked by the caller's thread.
   */
  BooleanSupplier issue();
}
