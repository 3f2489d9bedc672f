package io.lockstep.host.engine;

import io.lockstep.schema.card.MarginStatusDecoder;
import io.lockstep.schema.client.CashMovedEncoder;
import io.lockstep.schema.client.MarginEncoder;
import io.lockstep.schema.client.MarginStatus;
import io.lockstep.schema.client.MarginStatusEncoder;
import io.lockstep.schema.client.RejectReason;
import org.agrona.MutableDirectBuffer;

/** Writes the reports on margin. Money is in scaled minor units. */
final class MarginReports {
  private final ReportStream stream;
  private final Accounts accounts;
  private final MarginStatusEncoder status = new MarginStatusEncoder();
  private final MarginEncoder margin = new MarginEncoder();
  private final CashMovedEncoder cashMoved = new CashMovedEncoder();

  MarginReports(ReportStream stream, Accounts accounts) {
    this.stream = stream;
    this.accounts = accounts;
  }

  /** An account's status changed; to its owner. */
  void status(Request cause, MarginStatusDecoder event) {
    MutableDirectBuffer buffer = stream.claim(MarginStatusEncoder.BLOCK_LENGTH, cause);
    status.wrapAndApplyHeader(buffer, stream.offset(), stream.header());
    stream.number(status.output(), cause);
    status
        .cash(event.cash())
        .equity(event.equity())
        .reserve(event.reserve())
        .initialMargin(event.initialMargin())
        .maintenanceMargin(event.maintenanceMargin())
        .participant(accounts.owner((int) event.account()))
        .account(event.account())
        .status(MarginStatus.get(event.statusRaw()));
    stream.commit();
  }

  /** A deposit or withdrawal; to the account's owner. */
  void cashMoved(Request cause, long amount, long cash) {
    MutableDirectBuffer buffer = stream.claim(CashMovedEncoder.BLOCK_LENGTH, cause);
    cashMoved.wrapAndApplyHeader(buffer, stream.offset(), stream.header());
    stream.number(cashMoved.output(), cause);
    cashMoved
        .amount(amount)
        .cash(cash)
        .participant(accounts.owner(cause.account))
        .account(cause.account);
    stream.commit();
  }

  /** What a what-if order would do; to who asked. */
  void margin(Request request, MarginStatusDecoder event, int reason) {
    begin(request, reason)
        .cash(event.cash())
        .equity(event.equity())
        .reserve(event.reserve())
        .initialMargin(event.initialMargin())
        .maintenanceMargin(event.maintenanceMargin())
        .status(MarginStatus.get(event.statusRaw()));
    stream.commit();
  }

  /** How an account stands; to who asked. */
  void margin(Request request, AccountMargin account) {
    begin(request, 0)
        .cash(account.cash())
        .equity(account.equity())
        .reserve(account.reserve())
        .initialMargin(account.initialMargin())
        .maintenanceMargin(account.maintenanceMargin())
        .status(account.status());
    stream.commit();
  }

  /** A question about margin was refused; to who asked. */
  void refused(Request request, int reason) {
    begin(request, reason)
        .cash(0)
        .equity(0)
        .reserve(0)
        .initialMargin(0)
        .maintenanceMargin(0)
        .status(MarginStatus.NULL_VAL);
    stream.commit();
  }

  private MarginEncoder begin(Request request, int reason) {
    MutableDirectBuffer buffer = stream.claim(MarginEncoder.BLOCK_LENGTH, request);
    margin.wrapAndApplyHeader(buffer, stream.offset(), stream.header());
    stream.number(margin.output(), request);
    return margin
        .clientOrderId(request.clientOrderId)
        .session(request.session)
        .account(request.account)
        .reason(RejectReason.get(reason));
  }
}
