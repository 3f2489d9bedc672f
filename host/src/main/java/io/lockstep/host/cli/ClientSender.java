package io.lockstep.host.cli;

import io.lockstep.host.cli.ClientRequest.Action;
import io.lockstep.host.client.LockstepClient;
import io.lockstep.schema.client.Side;
import io.lockstep.schema.client.TimeInForce;

/** Sends what the client command was told to; numbers the requests from 1. */
final class ClientSender {
  private static final long U32_MAX = 0xFFFF_FFFFL;

  private final LockstepClient client;
  private final long usualAccount;
  private long lastId;

  /**
   * @param usualAccount for requests that name none.
   */
  ClientSender(LockstepClient client, long usualAccount) {
    this.client = client;
    this.usualAccount = usualAccount;
  }

  /** Client order id of the last request. */
  long lastId() {
    return lastId;
  }

  /**
   * Sends a request.
   *
   * @return false if the appliance takes none just now: poll, and send again.
   * @throws IllegalArgumentException if a number is out of range.
   * @throws IllegalStateException if the session is gone.
   */
  boolean send(ClientRequest request) {
    int account = u32("account", request.account().orElse(usualAccount));
    long id = lastId + 1;
    return isSent(
        request.action() == Action.CANCEL
            ? cancel(request, id, account)
            : order(request, id, account));
  }

  /**
   * Sends a request whose answer comes after all that belongs to earlier ones: a cancel of an order
   * that cannot be, refused in its turn. Returns and throws as {@link #send}.
   */
  boolean sendEndMark() {
    return isSent(client.sendCancelByClientOrderId(lastId + 1, (int) usualAccount, lastId + 1));
  }

  private long order(ClientRequest request, long id, int account) {
    int instrument = u32("instrument", request.instrument());
    Side side = request.action() == Action.BUY ? Side.BUY : Side.SELL;
    if (request.price().isEmpty()) {
      return client.sendMarket(id, account, instrument, side, request.quantity());
    }
    return client.sendLimit(
        id,
        account,
        instrument,
        side,
        request.price().getAsLong(),
        request.quantity(),
        request.immediate() ? TimeInForce.IOC : TimeInForce.GTC);
  }

  private long cancel(ClientRequest request, long id, int account) {
    return request.byVenueId()
        ? client.sendCancel(id, account, request.order())
        : client.sendCancelByClientOrderId(id, account, request.order());
  }

  private boolean isSent(long answer) {
    if (answer == LockstepClient.CLOSED) {
      throw new IllegalStateException("the appliance has closed the session, or is gone");
    }
    if (answer < LockstepClient.SENT) {
      return false;
    }
    lastId++;
    return true;
  }

  private static int u32(String name, long value) {
    if (value < 0 || value > U32_MAX) {
      throw new IllegalArgumentException(name + " " + value + " is out of range");
    }
    return (int) value;
  }
}
