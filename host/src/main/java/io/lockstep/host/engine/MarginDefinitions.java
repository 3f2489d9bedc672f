package io.lockstep.host.engine;

import io.lockstep.host.margin.FeeRows;
import io.lockstep.host.margin.RiskGroups;
import io.lockstep.schema.card.DoneDecoder;
import io.lockstep.schema.card.SetFeeRowDecoder;
import io.lockstep.schema.client.ContingenciesDefinedDecoder;
import io.lockstep.schema.client.ContractDefinedDecoder;
import io.lockstep.schema.client.FeeRowDefinedDecoder;
import io.lockstep.schema.client.RiskGroupDefinedDecoder;
import io.lockstep.schema.client.ScanRangeDefinedDecoder;
import io.lockstep.schema.client.SurfaceDefinedDecoder;
import java.util.List;
import java.util.function.Predicate;
import org.agrona.sbe.MessageDecoderFlyweight;

/**
 * What margin knows of a venue, as its definitions tell it. Groups and contracts are for the host:
 * what the card must know of them goes to it with an instrument's definition, or with a commit.
 */
final class MarginDefinitions {
  private final LogState state;
  private final RiskGroups groups;
  private final FeeRows feeRows;
  private final Instruments instruments;
  private final Commands commands;
  private final SetFeeRowDecoder row = new SetFeeRowDecoder();
  private long refused;

  MarginDefinitions(LogState state, Commands commands) {
    this.state = state;
    groups = state.groups();
    feeRows = state.feeRows();
    instruments = state.instruments();
    this.commands = commands;
  }

  /** Those that do not fit the card, or that it refused. */
  long refused() {
    return refused;
  }

  /** Those that are for the host alone. */
  List<RequestKind> ofTheHost() {
    RiskGroupDefinedDecoder group = new RiskGroupDefinedDecoder();
    ScanRangeDefinedDecoder scanRange = new ScanRangeDefinedDecoder();
    SurfaceDefinedDecoder surface = new SurfaceDefinedDecoder();
    ContingenciesDefinedDecoder contingencies = new ContingenciesDefinedDecoder();
    ContractDefinedDecoder contract = new ContractDefinedDecoder();
    return List.of(
        new OfTheHost<>(group, groups::define),
        new OfTheHost<>(scanRange, state.scanRanges()::define),
        new OfTheHost<>(surface, state.surfaces()::define),
        new OfTheHost<>(contingencies, state.contingencies()::define),
        new OfTheHost<>(contract, groups::define));
  }

  RequestKind feeRows() {
    return new Rows();
  }

  private final class OfTheHost<D extends MessageDecoderFlyweight> extends RequestKind {
    private final D definition;
    private final Predicate<D> fits;

    OfTheHost(D definition, Predicate<D> fits) {
      this.definition = definition;
      this.fits = fits;
    }

    @Override
    int templateId() {
      return definition.sbeTemplateId();
    }

    @Override
    void admit(LogMessage message, RequestQueue queue) {
      message.wrap(definition);
      refused += fits.test(definition) ? 0 : 1;
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
