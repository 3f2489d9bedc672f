package io.lockstep.host.cli;

import io.lockstep.host.client.LockstepClient;
import io.lockstep.host.client.Requests;
import io.lockstep.schema.client.EndReason;

/** Sends what the client command was told to, and numbers the requests. */
final class ClientSender {
  private final LockstepClient client;
  private final int usualAccount;
  private final Requests requests = new Requests();
  private long lastId;

  /**
   * @param usualAccount for requests that name none.
   * @param firstId client order id of the first request.
   */
  ClientSender(LockstepClient client, int usualAccount, long firstId) {
    this.client = client;
    this.usualAccount = usualAccount;
    lastId = firstId - 1;
  }

  /** Client order id of the last request. */
  long lastId() {
    return lastId;
  }

  /**
   * Sends a request.
   *
   * @return false if the appliance takes none just now: poll, and send again.
   * @throws IllegalStateException if the session is gone.
   */
  boolean send(ClientRequest request) {
    request.write(requests, lastId + 1, usualAccount, client.session());
    return isSent(client.send(requests));
  }

  /**
   * Sends a request whose answer comes after all that belongs to earlier ones: a cancel of an order
   * that cannot be, refused in its turn. Returns and throws as {@link #send}.
   */
  boolean sendEndMark() {
    return isSent(client.sendCancelByClientOrderId(lastId + 1, usualAccount, lastId + 1));
  }

  /** What there is to say when the session is over: why, and how to go on with it. */
  static IllegalStateException isGone(LockstepClient client) {
    EndReason reason = client.endReason();
    return new IllegalStateException(
        "the appliance has closed the session, or is gone"
            + (reason == null ? "" : " (" + reason + ")")
            + "; to go on with it: --resume "
            + client.session()
            + " --after "
            + client.lastOutputSequence());
  }

  private boolean isSent(long answer) {
    if (answer == LockstepClient.CLOSED) {
      throw isGone(client);
    }
    if (answer < LockstepClient.SENT) {
      return false;
    }
    lastId++;
    return true;
  }
}
