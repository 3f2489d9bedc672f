package io.lockstep.host.engine;

import io.lockstep.host.margin.FeeRows;
import io.lockstep.host.margin.RiskGroups;
import io.lockstep.schema.card.DoneDecoder;
import io.lockstep.schema.card.SetFeeRowDecoder;
import io.lockstep.schema.client.ContractDefinedDecoder;
import io.lockstep.schema.client.FeeRowDefinedDecoder;
import io.lockstep.schema.client.RiskGroupDefinedDecoder;

/**
 * What margin knows of a venue, as its definitions tell it. Groups and contracts are for the host:
 * what the card must know of them goes to it with an instrument's definition, or with a commit.
 */
final class MarginDefinitions {
  private final RiskGroups groups;
  private final FeeRows feeRows;
  private final Instruments instruments;
  private final Commands commands;
  private final SetFeeRowDecoder row = new SetFeeRowDecoder();
  private long refused;

  MarginDefinitions(LogState state, Commands commands) {
    groups = state.groups();
    feeRows = state.feeRows();
    instruments = state.instruments();
    this.commands = commands;
  }

  /** Those that do not fit the card, or that it refused. */
  long refused() {
    return refused;
  }

  RequestKind groups() {
    return new Groups();
  }

  RequestKind contracts() {
    return new Contracts();
  }

  RequestKind feeRows() {
    return new Rows();
  }

  private final class Groups extends RequestKind {
    private final RiskGroupDefinedDecoder definition = new RiskGroupDefinedDecoder();

    @Override
    int templateId() {
      return RiskGroupDefinedDecoder.TEMPLATE_ID;
    }

    @Override
    void admit(LogMessage message, RequestQueue queue) {
      definition.wrapAndApplyHeader(message.buffer(), message.body(), message.header());
      refused += groups.define(definition) ? 0 : 1;
    }
  }

  private final class Contracts extends RequestKind {
    private final ContractDefinedDecoder definition = new ContractDefinedDecoder();

    @Override
    int templateId() {
      return ContractDefinedDecoder.TEMPLATE_ID;
    }

    @Override
    void admit(LogMessage message, RequestQueue queue) {
      definition.wrapAndApplyHeader(message.buffer(), message.body(), message.header());
      refused += groups.define(definition) ? 0 : 1;
    }
  }

  private final class Rows extends RequestKind {
    private final FeeRowDefinedDecoder definition = new FeeRowDefinedDecoder();

    @Override
    int templateId() {
      return FeeRowDefinedDecoder.TEMPLATE_ID;
    }

    /** Drained, so that nothing is in flight that was margined by other rates. */
    @Override
    boolean isDrained(LogMessage message) {
      return true;
    }

    @Override
    void admit(LogMessage message, RequestQueue queue) {
      definition.wrapAndApplyHeader(message.buffer(), message.body(), message.header());
      int instrument = (int) definition.instrument();
      if (instruments.get(instrument) == null || definition.tier() >= FeeRows.TIERS) {
        refused++;
        return;
      }
      Request request = queue.next();
      request.begin(this, message);
      commands
          .margin(request)
          .feeRow(
              instrument,
              definition.tier(),
              definition.maker(),
              definition.taker(),
              definition.auction());
      queue.push();
    }

    @Override
    void onRefused(Request request, int reason) {
      refused++;
    }

    @Override
    boolean onDone(Request request, DoneDecoder done) {
      settle(request);
      return true;
    }
  }

  /** The card has taken the row that the command has. */
  private void settle(Request request) {
    row.wrap(request.command, 0, SetFeeRowDecoder.BLOCK_LENGTH, SetFeeRowDecoder.SCHEMA_VERSION);
    feeRows.put(row);
  }
}
