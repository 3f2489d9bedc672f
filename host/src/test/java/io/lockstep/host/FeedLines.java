package io.lockstep.host;

import io.aeron.Subscription;
import io.lockstep.schema.client.AuctionResultDecoder;
import io.lockstep.schema.client.BookOrderDecoder;
import io.lockstep.schema.client.FeedEnvelopeDecoder;
import io.lockstep.schema.client.IndicativeAuctionDecoder;
import io.lockstep.schema.client.InstrumentStatusDecoder;
import io.lockstep.schema.client.MessageHeaderDecoder;
import io.lockstep.schema.client.PublicTradeDecoder;
import io.lockstep.schema.client.TopOfBookDecoder;
import java.util.ArrayList;
import java.util.List;
import org.agrona.DirectBuffer;

/** The messages of a test appliance's feed as lines of text, without snapshots. */
final class FeedLines implements AutoCloseable {
  private static final int ENVELOPE_BYTES =
      MessageHeaderDecoder.ENCODED_LENGTH + FeedEnvelopeDecoder.BLOCK_LENGTH;

  private final TestAppliance appliance;
  private final Subscription feed;
  private final MessageHeaderDecoder header = new MessageHeaderDecoder();
  private List<String> lines = new ArrayList<>();

  FeedLines(TestAppliance appliance) {
    this.appliance = appliance;
    int stream = appliance.appliance.settings().feed().streamId();
    feed = appliance.appliance.aeron().addSubscription("aeron:ipc?tether=false", stream);
    while (!feed.isConnected()) {
      appliance.appliance.step();
    }
  }

  /** The order that a client entered last, as the feed names it. */
  String id(TestClient client) {
    appliance.settle();
    return "#" + client.lastOrderId();
  }

  /** What the feed has told since the last call. */
  List<String> heard() {
    do {
      appliance.settle();
    } while (feed.poll((buffer, offset, length, frame) -> hear(buffer, offset), 100) > 0);
    List<String> heard = lines;
    lines = new ArrayList<>();
    return heard;
  }

  private void hear(DirectBuffer buffer, int offset) {
    int at = offset + ENVELOPE_BYTES;
    switch (header.wrap(buffer, at).templateId()) {
      case BookOrderDecoder.TEMPLATE_ID -> {
        BookOrderDecoder order = new BookOrderDecoder().wrapAndApplyHeader(buffer, at, header);
        lines.add(
            order.change()
                + (" #" + order.orderId() + " " + order.side() + " ")
                + at(order.openQuantity(), order.price()));
      }
      case PublicTradeDecoder.TEMPLATE_ID -> {
        PublicTradeDecoder trade = new PublicTradeDecoder().wrapAndApplyHeader(buffer, at, header);
        boolean auction = trade.makerOrderId() == PublicTradeDecoder.makerOrderIdNullValue();
        String maker = auction ? "nobody" : "#" + trade.makerOrderId();
        String what = at(trade.quantity(), trade.price());
        lines.add("TRADE " + what + " of " + maker + ", " + trade.aggressor());
      }
      case TopOfBookDecoder.TEMPLATE_ID -> {
        TopOfBookDecoder top = new TopOfBookDecoder().wrapAndApplyHeader(buffer, at, header);
        String bid = side(top.bidQuantity(), top.bidPrice());
        lines.add("TOP " + bid + " / " + side(top.askQuantity(), top.askPrice()));
      }
      case InstrumentStatusDecoder.TEMPLATE_ID ->
          lines.add(
              new InstrumentStatusDecoder().wrapAndApplyHeader(buffer, at, header).phase().name());
      case IndicativeAuctionDecoder.TEMPLATE_ID -> {
        var would = new IndicativeAuctionDecoder().wrapAndApplyHeader(buffer, at, header);
        lines.add("WOULD " + at(would.quantity(), would.price()));
      }
      case AuctionResultDecoder.TEMPLATE_ID -> {
        var result = new AuctionResultDecoder().wrapAndApplyHeader(buffer, at, header);
        lines.add("AUCTION " + at(result.quantity(), result.price()));
      }
      default -> {
        // snapshots have tests of their own
      }
    }
  }

  private static String side(long lots, long price) {
    return lots == 0 ? "-" : at(lots, price);
  }

  private static String at(long lots, long price) {
    return lots + " at " + price;
  }

  @Override
  public void close() {
    feed.close();
  }
}
