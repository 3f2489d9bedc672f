package io.lockstep.host.machine;

import java.util.Optional;

/** A piece of work that an operator asked for. Never blocks. One thread. */
public interface MachineJob extends AutoCloseable {
  /**
   * One turn.
   *
   * @return what came of it; empty: it goes on. Not called again after that.
   */
  Optional<MachineResult> work();

  /** It is not wanted any more: the appliance ends. */
  @Override
  default void close() {}
}
