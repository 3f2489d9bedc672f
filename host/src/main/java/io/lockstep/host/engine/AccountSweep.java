package io.lockstep.host.engine;

/**
 * Cancels what all accounts of a participant have: one mass cancel an account, then a barrier that
 * tells that all are done. For drained messages, one at a time.
 */
final class AccountSweep {
  private static final int NO_MORE = -1;

  private final Accounts accounts;
  private final Commands commands;
  private final MassEnds mass;
  private RequestKind owner;
  private int participant;
  private long clientOrderId;
  private long instrument;
  private int nextAccount = NO_MORE;

  AccountSweep(Accounts accounts, Commands commands, MassEnds mass) {
    this.accounts = accounts;
    this.commands = commands;
    this.mass = mass;
  }

  /**
   * Begins.
   *
   * @param by its {@link CommandKind#onDone} is called at the end.
   * @param asked client order id of the request.
   * @param of one instrument, or {@link Commands#ANY}.
   */
  void begin(RequestKind by, int ofParticipant, long asked, long of) {
    owner = by;
    participant = ofParticipant;
    clientOrderId = asked;
    instrument = of;
    nextAccount = 0;
  }

  /** Fills the request with the next command; false: there are no more. */
  boolean next(LogMessage message, Request request) {
    if (nextAccount == NO_MORE) {
      return false;
    }
    int account = accounts.firstFrom(nextAccount, participant);
    if (account != Accounts.NONE) {
      request.begin(mass.part(), message);
      commands.massCancel(request, account, Commands.ANY, instrument);
      nextAccount = account + 1;
    } else {
      request.begin(owner, message);
      request.clientOrderId = clientOrderId;
      commands.barrier(request);
      nextAccount = NO_MORE;
    }
    return true;
  }
}
