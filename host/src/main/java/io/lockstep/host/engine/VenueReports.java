package io.lockstep.host.engine;

import io.lockstep.host.auction.CallBook;
import io.lockstep.schema.card.TopOfBookDecoder;
import io.lockstep.schema.client.AuctionResultEncoder;
import io.lockstep.schema.client.IndicativeAuctionEncoder;
import io.lockstep.schema.client.InstrumentStatusEncoder;
import io.lockstep.schema.client.RejectReason;
import io.lockstep.schema.client.RequestDoneEncoder;
import io.lockstep.schema.client.TopOfBookEncoder;
import org.agrona.MutableDirectBuffer;

/** Writes the reports that are not on a single order. */
final class VenueReports {
  private static final long NO_PRICE = TopOfBookEncoder.bidPriceNullValue();

  private final ReportStream stream;
  private final Instruments instruments;
  private final TopOfBookEncoder topOfBook = new TopOfBookEncoder();
  private final RequestDoneEncoder requestDone = new RequestDoneEncoder();
  private final InstrumentStatusEncoder status = new InstrumentStatusEncoder();
  private final IndicativeAuctionEncoder indicative = new IndicativeAuctionEncoder();
  private final AuctionResultEncoder result = new AuctionResultEncoder();

  VenueReports(ReportStream stream, Instruments instruments) {
    this.stream = stream;
    this.instruments = instruments;
  }

  /** Best prices and quantities after a command. */
  void topOfBook(Request cause, TopOfBookDecoder event) {
    long tickSize = instruments.get(event.instrument()).tickSize();
    MutableDirectBuffer buffer = stream.claim(TopOfBookEncoder.BLOCK_LENGTH, cause);
    topOfBook.wrapAndApplyHeader(buffer, stream.offset(), stream.header());
    stream.number(topOfBook.output(), cause);
    topOfBook
        .bidPrice(event.bidQuantity() != 0 ? event.bidPrice() * tickSize : NO_PRICE)
        .bidQuantity(event.bidQuantity())
        .askPrice(event.askQuantity() != 0 ? event.askPrice() * tickSize : NO_PRICE)
        .askQuantity(event.askQuantity())
        .instrument(event.instrument());
    stream.commit();
  }

  /**
   * A request that names no single order was carried out, or refused.
   *
   * @param templateId of the request.
   * @param reason why it was refused; 0: it was not.
   * @param count orders that a mass cancel cancelled; else 0.
   */
  void requestDone(Request request, int templateId, int reason, long count) {
    MutableDirectBuffer buffer = stream.claim(RequestDoneEncoder.BLOCK_LENGTH, request);
    requestDone.wrapAndApplyHeader(buffer, stream.offset(), stream.header());
    stream.number(requestDone.output(), request);
    requestDone
        .clientOrderId(request.clientOrderId)
        .session(request.session)
        .count(count)
        .reason(RejectReason.get(reason))
        .templateId(templateId);
    stream.commit();
  }

  /** An instrument has another phase, band or window. */
  void status(Request cause, Instrument instrument) {
    MutableDirectBuffer buffer = stream.claim(InstrumentStatusEncoder.BLOCK_LENGTH, cause);
    status.wrapAndApplyHeader(buffer, stream.offset(), stream.header());
    stream.number(status.output(), cause);
    status
        .bandLow(instrument.bandLow() * instrument.tickSize())
        .bandHigh(instrument.bandHigh() * instrument.tickSize())
        .instrument(instrument.id())
        .phase(instrument.phase());
    stream.commit();
  }

  /**
   * What an auction would do now.
   *
   * @param trades false: nothing; there is no price then.
   * @param book determined.
   */
  void indicative(Request cause, int instrument, boolean trades, CallBook book) {
    MutableDirectBuffer buffer = stream.claim(IndicativeAuctionEncoder.BLOCK_LENGTH, cause);
    indicative.wrapAndApplyHeader(buffer, stream.offset(), stream.header());
    stream.number(indicative.output(), cause);
    indicative
        .price(trades ? book.priceTicks() * instruments.get(instrument).tickSize() : NO_PRICE)
        .quantity(book.volumeLots())
        .imbalance(book.imbalanceLots())
        .instrument(instrument);
    stream.commit();
  }

  /**
   * What an auction does; its trades follow.
   *
   * @param trades false: nothing; there is no price then.
   * @param book determined.
   */
  void auctionResult(Request cause, boolean trades, CallBook book) {
    long tickSize = cause.instrument.tickSize();
    MutableDirectBuffer buffer = stream.claim(AuctionResultEncoder.BLOCK_LENGTH, cause);
    result.wrapAndApplyHeader(buffer, stream.offset(), stream.header());
    stream.number(result.output(), cause);
    result
        .price(trades ? book.priceTicks() * tickSize : NO_PRICE)
        .quantity(book.volumeLots())
        .imbalance(book.imbalanceLots())
        .instrument(cause.instrumentId);
    stream.commit();
  }
}
