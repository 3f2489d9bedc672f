package io.lockstep.host.engine;

import io.lockstep.schema.card.TopOfBookDecoder;
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
   * @param reason why it was refused; 0: it was not.
   * @param count orders that a mass cancel cancelled; else 0.
   */
  void requestDone(Request request, int reason, long count) {
    MutableDirectBuffer buffer = stream.claim(RequestDoneEncoder.BLOCK_LENGTH, request);
    requestDone.wrapAndApplyHeader(buffer, stream.offset(), stream.header());
    stream.number(requestDone.output(), request);
    requestDone
        .clientOrderId(request.clientOrderId)
        .session(request.session)
        .count(count)
        .reason(RejectReason.get(reason))
        .templateId(request.kind.templateId());
    stream.commit();
  }
}
