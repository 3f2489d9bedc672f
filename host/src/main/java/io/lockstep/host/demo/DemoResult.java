package io.lockstep.host.demo;

import io.lockstep.host.venue.Venue;
import java.util.List;
import java.util.Optional;
import org.HdrHistogram.Histogram;

/**
 * How a demo ended.
 *
 * @param instruments of the market.
 * @param view the books at the end.
 * @param windowToEventCycles of the card, by command; empty where it has no clock.
 * @param cycles of the card's clock; 0 where it has none.
 * @param outputHash of every message of the output stream, 16 hexadecimal digits.
 * @param outputMessages hashed.
 * @param outputBytes hashed.
 */
public record DemoResult(
    List<Venue.Instrument> instruments,
    MarketView view,
    DemoStatistics statistics,
    Optional<Histogram> windowToEventCycles,
    long cycles,
    String outputHash,
    long outputMessages,
    long outputBytes) {}
