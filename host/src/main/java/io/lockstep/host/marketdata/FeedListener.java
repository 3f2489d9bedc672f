package io.lockstep.host.marketdata;

import io.lockstep.schema.client.AuctionResultDecoder;
import io.lockstep.schema.client.IndicativeAuctionDecoder;
import io.lockstep.schema.client.InstrumentStatusDecoder;
import io.lockstep.schema.client.PublicTradeDecoder;
import io.lockstep.schema.client.TopOfBookDecoder;

/**
 * Is told what the feed brings; the decoders are good until the call returns. Changes of a book are
 * in it already.
 */
public interface FeedListener {
  /** A book is known from now on, or known to be right again. */
  default void onBookKnown(int instrument, Book book) {}

  /** Messages are missing: no book is known until its next snapshot. */
  default void onGap(long expectedSequence, long sequence) {}

  /**
   * A rebuilt book is not what the feed says it is, which is a fault of one of the two; the book is
   * unknown until its next snapshot.
   */
  default void onDifference(int instrument, String what) {}

  default void onTrade(PublicTradeDecoder trade) {}

  default void onTopOfBook(TopOfBookDecoder top) {}

  default void onInstrumentStatus(InstrumentStatusDecoder status) {}

  default void onIndicativeAuction(IndicativeAuctionDecoder indicative) {}

  default void onAuctionResult(AuctionResultDecoder result) {}
}
