package io.lockstep.host.replay;

import java.util.List;
import java.util.Optional;

/**
 * How a replay ended.
 *
 * @param fills the comparison of continuous trading, finished.
 * @param auctions the comparisons of the auctions, finished.
 * @param commands requests sent.
 * @param refusals requests that were refused; the exchange took them all.
 * @param cutShort orders that ended with quantity left although nobody cancelled them.
 * @param firstRefusal the first refusal, in words.
 * @param elapsedNanos wall time from the first request to the last answer.
 * @param cycles of the card's clock; 0 where the card has none.
 * @param outputHash of the appliance, as it prints it; empty straight from the card.
 */
public record ReplayOutcome(
    FillComparison fills,
    List<AuctionComparison> auctions,
    int commands,
    int refusals,
    int cutShort,
    Optional<String> firstRefusal,
    long elapsedNanos,
    long cycles,
    Optional<String> outputHash) {
  /** Whether all is as the exchange had it. */
  public boolean agrees() {
    return fills.differences() == 0
        && auctions.stream().allMatch(auction -> auction.differences() == 0)
        && refusals == 0
        && cutShort == 0;
  }
}
