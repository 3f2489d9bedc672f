package io.lockstep.host.client;

import io.lockstep.schema.client.RejectReason;

/** The appliance refused a logon. */
public final class LogonRefusedException extends RuntimeException {
  private final RejectReason reason;

  LogonRefusedException(RejectReason reason) {
    super("logon refused: " + reason);
    this.reason = reason;
  }

  /** Why. */
  public RejectReason reason() {
    return reason;
  }
}
