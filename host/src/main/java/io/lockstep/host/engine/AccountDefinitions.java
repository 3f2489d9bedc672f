package io.lockstep.host.engine;

import io.lockstep.host.margin.MarginAccounts;
import io.lockstep.schema.card.DoneDecoder;
import io.lockstep.schema.card.SetAccountDecoder;
import io.lockstep.schema.client.AccountDefinedDecoder;

/** Definitions of accounts: who owns one, its self-trade group and its fee tier. */
final class AccountDefinitions extends RequestKind {
  private final AccountDefinedDecoder definition = new AccountDefinedDecoder();
  private final SetAccountDecoder command = new SetAccountDecoder();
  private final Accounts accounts;
  private final MarginAccounts margin;
  private final Commands commands;
  private long refused;

  AccountDefinitions(Accounts accounts, MarginAccounts margin, Commands commands) {
    this.accounts = accounts;
    this.margin = margin;
    this.commands = commands;
  }

  /** Those that do not fit the card. */
  long refused() {
    return refused;
  }

  @Override
  int templateId() {
    return AccountDefinedDecoder.TEMPLATE_ID;
  }

  @Override
  void admit(LogMessage message, RequestQueue queue) {
    definition.wrapAndApplyHeader(message.buffer(), message.body(), message.header());
    int group = (int) definition.selfTradeGroup();
    if (!accounts.define((int) definition.account(), (int) definition.owner(), group)) {
      refused++;
      return;
    }
    margin.define((int) definition.account(), definition.feeTier());
    Request request = queue.next();
    request.begin(this, message);
    request.account = (int) definition.account();
    commands.setAccount(request, definition.selfTradeGroup(), definition.feeTier());
    queue.push();
  }

  @Override
  void onRefused(Request request, int reason) {
    throw new IllegalStateException(
        "engine stopped: the card refuses an account that it has room for, reason " + reason);
  }

  /** An account may have been defined anew meanwhile; the command has what the card took. */
  @Override
  boolean onDone(Request request, DoneDecoder done) {
    command.wrap(
        request.command, 0, SetAccountDecoder.BLOCK_LENGTH, SetAccountDecoder.SCHEMA_VERSION);
    accounts.settle(request.account, command.selfTradeGroup());
    margin.settle(request.account, command.feeTier());
    return true;
  }
}
