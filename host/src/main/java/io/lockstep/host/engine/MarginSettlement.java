package io.lockstep.host.engine;

import io.lockstep.host.margin.MarginAccounts;
import io.lockstep.host.margin.Portfolios;
import io.lockstep.host.margin.RiskGroups;
import io.lockstep.schema.card.CommandHeaderDecoder;
import io.lockstep.schema.card.GroupCommittedDecoder;
import io.lockstep.schema.card.MarginStatusDecoder;
import io.lockstep.schema.card.ReservedDecoder;
import io.lockstep.schema.card.SweepDoneDecoder;
import io.lockstep.schema.card.TemplateId;
import io.lockstep.schema.card.TradeDecoder;
import io.lockstep.schema.card.TransferDecoder;
import java.nio.ByteOrder;
import org.agrona.DirectBuffer;

/**
 * Stage B for a card with margin: what its events say of accounts and portfolios beside what they
 * say of orders. Money is in scaled minor units.
 */
final class MarginSettlement {
  private final GroupCommittedDecoder committed = new GroupCommittedDecoder();
  private final SweepDoneDecoder swept = new SweepDoneDecoder();
  private final ReservedDecoder reserved = new ReservedDecoder();
  private final MarginStatusDecoder status = new MarginStatusDecoder();
  private final TransferDecoder transfer = new TransferDecoder();
  private final RiskGroups groups;
  private final MarginAccounts accounts;
  private final Portfolios portfolios;
  private final Instruments instruments;
  private final OrderTable orders;
  private final ContingencyMoves contingencies;
  private final MarginReactions reactions;
  private final MarginReports reports;

  MarginSettlement(
      LogState state,
      OrderTable orders,
      ContingencyMoves contingencies,
      MarginReactions reactions,
      MarginReports reports) {
    groups = state.groups();
    accounts = state.marginAccounts();
    portfolios = state.portfolios();
    instruments = state.instruments();
    this.orders = orders;
    this.contingencies = contingencies;
    this.reactions = reactions;
    this.reports = reports;
  }

  /** Applies an event that only a card with margin sends; false: it is none. */
  boolean apply(Request request, int template, DirectBuffer buffer, int offset) {
    switch (template) {
      case MarginStatusDecoder.TEMPLATE_ID:
        status.wrap(
            buffer, offset, MarginStatusDecoder.BLOCK_LENGTH, MarginStatusDecoder.SCHEMA_VERSION);
        onStatus(request);
        return true;
      case ReservedDecoder.TEMPLATE_ID:
        reserved.wrap(buffer, offset, ReservedDecoder.BLOCK_LENGTH, ReservedDecoder.SCHEMA_VERSION);
        request.kind.onReserved(request, reserved);
        return true;
      case GroupCommittedDecoder.TEMPLATE_ID:
        committed.wrap(
            buffer,
            offset,
            GroupCommittedDecoder.BLOCK_LENGTH,
            GroupCommittedDecoder.SCHEMA_VERSION);
        request.kind.onCommitted(request, committed);
        return true;
      case SweepDoneDecoder.TEMPLATE_ID:
        swept.wrap(buffer, offset, SweepDoneDecoder.BLOCK_LENGTH, SweepDoneDecoder.SCHEMA_VERSION);
        request.kind.onSwept(request, swept);
        return true;
      default:
        return false;
    }
  }

  private void onStatus(Request request) {
    if (request.kind.isAnswer(request, status)) {
      return;
    }
    int account = (int) status.account();
    accounts.status(account, status.statusRaw());
    reports.status(request, status);
    reactions.onStatus(account);
  }

  /** A trade moves both sides' cash. */
  void onTrade(TradeDecoder trade, int taker, int maker) {
    if (groups.isMargined()) {
      long multiplier = instruments.get(orders.instrument(taker)).terms().multiplier();
      long value = trade.quantity() * trade.price() * multiplier;
      pay(taker, value, trade.takerFee());
      pay(maker, value, trade.makerFee());
    }
  }

  private void pay(int slot, long value, long fee) {
    accounts.moveCash(orders.account(slot), (orders.isBid(slot) ? -value : value) - fee);
    contingencies.onPosition(orders.position(slot));
  }

  /** The request's last event was applied: commands that the gate looks at value their account. */
  void onLast(Request request) {
    if (!groups.isMargined()) {
      return;
    }
    int template = template(request);
    if (isGated(template)) {
      portfolios.revalue(request.account);
    } else if (template == TemplateId.TRANSFER.value()) {
      transfer.wrap(
          request.command, 0, TransferDecoder.BLOCK_LENGTH, TransferDecoder.SCHEMA_VERSION);
      portfolios.revalue((int) transfer.seller());
      portfolios.revalue((int) transfer.buyer());
      contingencies.onPosition((int) transfer.sellerPosition());
      contingencies.onPosition((int) transfer.buyerPosition());
    }
  }

  private static int template(Request request) {
    int at = CommandHeaderDecoder.templateIdEncodingOffset();
    return request.command.getShort(at, ByteOrder.LITTLE_ENDIAN);
  }

  private static boolean isGated(int template) {
    return template == TemplateId.NEW.value()
        || template == TemplateId.REPLACE.value()
        || template == TemplateId.ADJUST.value()
        || template == TemplateId.ADJUST_ADD_ON.value();
  }
}
