package io.lockstep.host.venue;

import io.lockstep.host.margin.ContingencyRule;
import io.lockstep.host.margin.MarginContract;
import io.lockstep.host.margin.RiskGroup;
import io.lockstep.host.margin.ScanRangeRule;
import io.lockstep.host.margin.SurfaceRule;
import io.lockstep.host.publisher.OutputHash;
import io.lockstep.host.sequencer.SequencerInput;
import io.lockstep.schema.client.AccountDefinedEncoder;
import io.lockstep.schema.client.InstrumentDefinedEncoder;
import io.lockstep.schema.client.LoadEndedEncoder;
import io.lockstep.schema.client.MessageHeaderEncoder;
import io.lockstep.schema.client.Source;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntSupplier;
import org.agrona.concurrent.UnsafeBuffer;

/**
 * Puts a venue's definitions into the log, one at each call, so that a replay of the log needs no
 * venue file.
 */
public final class Definitions {
  private static final int LARGEST_BYTES = 256;

  private final SequencerInput sequencer;
  private final UnsafeBuffer buffer = new UnsafeBuffer(new byte[LARGEST_BYTES]);
  private final MessageHeaderEncoder header = new MessageHeaderEncoder();
  private final InstrumentDefinedEncoder instrumentDefined = new InstrumentDefinedEncoder();
  private final AccountDefinedEncoder accountDefined = new AccountDefinedEncoder();
  private final LoadEndedEncoder loadEnded = new LoadEndedEncoder();
  private final MarginDefinitions margin = new MarginDefinitions();
  private final List<IntSupplier> messages = new ArrayList<>();
  private int done;

  /**
   * @param sequencer takes them as the operator's.
   */
  public Definitions(Venue venue, SequencerInput sequencer) {
    this.sequencer = sequencer;
    for (RiskGroup group : venue.margin().groups()) {
      messages.add(() -> margin.encode(group, buffer));
    }
    for (ScanRangeRule rule : venue.margin().rules().scanRanges()) {
      messages.add(() -> margin.encode(rule, buffer));
    }
    for (SurfaceRule rule : venue.margin().rules().surfaces()) {
      messages.add(() -> margin.encode(rule, buffer));
    }
    for (ContingencyRule rule : venue.margin().rules().contingencies()) {
      messages.add(() -> margin.encode(rule, buffer));
    }
    for (MarginContract contract : venue.margin().contracts()) {
      messages.add(() -> margin.encode(contract, buffer));
    }
    for (Venue.Instrument instrument : venue.instruments()) {
      messages.add(() -> encode(instrument));
    }
    for (MarginTerms.FeeRow row : venue.margin().feeRows()) {
      messages.add(() -> margin.encode(row, buffer));
    }
    for (Venue.Account account : venue.accounts()) {
      messages.add(() -> encode(account));
    }
  }

  /** The same for two venues whose definitions are the same. */
  public static long hash(Venue venue) {
    OutputHash hash = new OutputHash();
    Definitions definitions =
        new Definitions(
            venue,
            (source, participant, session, message, offset, length) -> {
              hash.add(message, offset, length);
              return true;
            });
    definitions.offer();
    return hash.value();
  }

  /** Offers what there is room for; answers true when all are in. */
  public boolean offer() {
    while (done < messages.size()) {
      int length = messages.get(done).getAsInt();
      if (!sequencer.offer(Source.OPERATOR, 0, 0, buffer, 0, length)) {
        return false;
      }
      done++;
    }
    return true;
  }

  /** Says that the card takes orders from now on; answers false when there was no room to. */
  public boolean offerEnd() {
    loadEnded.wrapAndApplyHeader(buffer, 0, header);
    int length = MessageHeaderEncoder.ENCODED_LENGTH + LoadEndedEncoder.BLOCK_LENGTH;
    return sequencer.offer(Source.OPERATOR, 0, 0, buffer, 0, length);
  }

  private int encode(Venue.Instrument instrument) {
    instrumentDefined
        .wrapAndApplyHeader(buffer, 0, header)
        .tickSize(instrument.tickSize())
        .referencePrice(instrument.referencePrice())
        .instrument(instrument.id())
        .windowBase(instrument.windowBase())
        .bandLow(instrument.bandLow())
        .bandHigh(instrument.bandHigh())
        .maxPrice(instrument.maxPrice())
        .maxQuantity(instrument.maxQuantity())
        .collar(instrument.collar())
        .multiplier(instrument.multiplier())
        .haltNs(instrument.breaker().haltNs())
        .callNs(instrument.breaker().callNs())
        .phase(instrument.phase());
    return MessageHeaderEncoder.ENCODED_LENGTH + InstrumentDefinedEncoder.BLOCK_LENGTH;
  }

  private int encode(Venue.Account account) {
    accountDefined
        .wrapAndApplyHeader(buffer, 0, header)
        .account(account.id())
        .owner(account.owner())
        .selfTradeGroup(Integer.toUnsignedLong(account.selfTradeGroup()))
        .feeTier((short) account.feeTier());
    return MessageHeaderEncoder.ENCODED_LENGTH + AccountDefinedEncoder.BLOCK_LENGTH;
  }
}
