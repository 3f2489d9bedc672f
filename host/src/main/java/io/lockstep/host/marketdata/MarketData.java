package io.lockstep.host.marketdata;

import io.lockstep.schema.client.AuctionResultDecoder;
import io.lockstep.schema.client.BookOrderDecoder;
import io.lockstep.schema.client.BookSnapshotBegunDecoder;
import io.lockstep.schema.client.BookSnapshotEndedDecoder;
import io.lockstep.schema.client.BookSnapshotOrderDecoder;
import io.lockstep.schema.client.FeedEnvelopeDecoder;
import io.lockstep.schema.client.IndicativeAuctionDecoder;
import io.lockstep.schema.client.InstrumentStatusDecoder;
import io.lockstep.schema.client.MessageHeaderDecoder;
import io.lockstep.schema.client.PublicTradeDecoder;
import io.lockstep.schema.client.TopOfBookDecoder;
import java.util.Collection;
import java.util.Collections;
import java.util.NavigableMap;
import java.util.TreeMap;
import org.agrona.DirectBuffer;

/**
 * What the messages of a feed say, put together: books, phases, trades. A gap in the numbers makes
 * every book unknown until its next snapshot. Each {@code TopOfBook} and each snapshot is compared
 * with the book that is known. Needs no Aeron: {@link FeedReader} gets the messages. One thread.
 */
public final class MarketData {
  private static final int HEADER_BYTES = MessageHeaderDecoder.ENCODED_LENGTH;

  private final FeedListener listener;
  private final MessageHeaderDecoder header = new MessageHeaderDecoder();
  private final FeedEnvelopeDecoder envelope = new FeedEnvelopeDecoder();
  private final BookOrderDecoder change = new BookOrderDecoder();
  private final PublicTradeDecoder trade = new PublicTradeDecoder();
  private final TopOfBookDecoder top = new TopOfBookDecoder();
  private final InstrumentStatusDecoder status = new InstrumentStatusDecoder();
  private final IndicativeAuctionDecoder indicative = new IndicativeAuctionDecoder();
  private final AuctionResultDecoder result = new AuctionResultDecoder();
  private final BookSnapshotBegunDecoder begun = new BookSnapshotBegunDecoder();
  private final BookSnapshotOrderDecoder told = new BookSnapshotOrderDecoder();
  private final BookSnapshotEndedDecoder ended = new BookSnapshotEndedDecoder();
  private final NavigableMap<Integer, InstrumentData> instruments = new TreeMap<>();
  private long lastSequence;
  private boolean hasBegun;
  private long messages;
  private long gaps;
  private long compared;
  private long differences;

  /**
   * @param listener is told of what comes.
   */
  public MarketData(FeedListener listener) {
    this.listener = listener;
  }

  /** What is known, instrument by instrument, of all that were heard of. */
  public Collection<InstrumentData> instruments() {
    return Collections.unmodifiableCollection(instruments.values());
  }

  /** What is known of an instrument, or null: nothing was heard of it. */
  public InstrumentData instrument(int id) {
    return instruments.get(id);
  }

  /** Number of the last message. */
  public long lastSequence() {
    return lastSequence;
  }

  /** Messages that came. */
  public long messages() {
    return messages;
  }

  /** How often messages were missing. */
  public long gaps() {
    return gaps;
  }

  /** Best prices and snapshots that were compared with a known book. */
  public long compared() {
    return compared;
  }

  /** How often a book was not what the feed said it was: 0, or something is at fault. */
  public long differences() {
    return differences;
  }

  /** Takes in a message of the feed, from its envelope on. */
  public void onMessage(DirectBuffer buffer, int offset, int length) {
    header.wrap(buffer, offset);
    envelope.wrapAndApplyHeader(buffer, offset, header);
    follow(envelope.sequence());
    int body = offset + HEADER_BYTES + header.blockLength();
    header.wrap(buffer, body);
    dispatch(header.templateId(), buffer, body);
  }

  /** Another feed begins, as after a restart of the appliance: nothing is known. */
  public void begin() {
    hasBegun = false;
    instruments.values().forEach(InstrumentData::forget);
  }

  private void follow(long sequence) {
    if (hasBegun && sequence != lastSequence + 1) {
      gaps++;
      instruments.values().forEach(InstrumentData::forget);
      listener.onGap(lastSequence + 1, sequence);
    }
    hasBegun = true;
    messages++;
    lastSequence = sequence;
  }

  private void dispatch(int template, DirectBuffer buffer, int at) {
    switch (template) {
      case BookOrderDecoder.TEMPLATE_ID -> {
        InstrumentData of = of(change.wrapAndApplyHeader(buffer, at, header).instrument());
        report(of, of.change(change));
      }
      case PublicTradeDecoder.TEMPLATE_ID -> {
        InstrumentData of = of(trade.wrapAndApplyHeader(buffer, at, header).instrument());
        report(of, of.trade(trade));
        listener.onTrade(trade);
      }
      case TopOfBookDecoder.TEMPLATE_ID -> {
        InstrumentData of = of(top.wrapAndApplyHeader(buffer, at, header).instrument());
        compared += of.book() != null ? 1 : 0;
        report(of, of.compare(top));
        listener.onTopOfBook(top);
      }
      case InstrumentStatusDecoder.TEMPLATE_ID -> {
        of(status.wrapAndApplyHeader(buffer, at, header).instrument()).status(status);
        listener.onInstrumentStatus(status);
      }
      case IndicativeAuctionDecoder.TEMPLATE_ID -> {
        of(indicative.wrapAndApplyHeader(buffer, at, header).instrument()).indicative(indicative);
        listener.onIndicativeAuction(indicative);
      }
      case AuctionResultDecoder.TEMPLATE_ID ->
          listener.onAuctionResult(result.wrapAndApplyHeader(buffer, at, header));
      case BookSnapshotBegunDecoder.TEMPLATE_ID ->
          of(begun.wrapAndApplyHeader(buffer, at, header).instrument()).begin(begun);
      case BookSnapshotOrderDecoder.TEMPLATE_ID ->
          of(told.wrapAndApplyHeader(buffer, at, header).instrument()).add(told);
      case BookSnapshotEndedDecoder.TEMPLATE_ID ->
          end(of(ended.wrapAndApplyHeader(buffer, at, header).instrument()));
      default -> {
        // of a later version: its number counts
      }
    }
  }

  private void end(InstrumentData of) {
    compared += of.book() != null ? 1 : 0;
    report(of, of.end(ended));
    if (of.book() != null) {
      listener.onBookKnown(of.id(), of.book());
    }
  }

  private void report(InstrumentData of, String difference) {
    if (difference != null) {
      differences++;
      listener.onDifference(of.id(), difference);
    }
  }

  private InstrumentData of(long id) {
    return instruments.computeIfAbsent((int) id, InstrumentData::new);
  }
}
