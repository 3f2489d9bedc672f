package io.lockstep.host;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.lockstep.host.recording.RecordedStream;
import io.lockstep.host.recording.Recording;
import io.lockstep.host.relog.Relog;
import io.lockstep.host.settings.Settings;
import io.lockstep.schema.client.InstrumentStatusDecoder;
import io.lockstep.schema.client.Liquidity;
import io.lockstep.schema.client.LogEnvelopeDecoder;
import io.lockstep.schema.client.MessageHeaderDecoder;
import io.lockstep.schema.client.Phase;
import io.lockstep.schema.client.ReactionDecoder;
import io.lockstep.schema.client.Source;
import io.lockstep.schema.client.TradeDecoder;
import java.nio.file.Path;
import java.util.SplittableRandom;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Random requests with breakers, while agents run in an order drawn from a seed and the card
 * answers late, so that reactions get any place in the log. Then log and output are read, and what
 * the reactions must be is worked out from the trades alone; and the log is run again.
 */
class ReactionLogTest {
  private static final int REQUESTS = 2_000;
  private static final int[] IN_FLIGHT = {1, 7, 256};

  @TempDir private Path archive;

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4})
  void theSameLogHasTheSameOutputForAnyNumberOfCommandsInFlight(long seed) {
    String live = record(seed, IN_FLIGHT[(int) (seed % IN_FLIGHT.length)]);
    Relog log = new Relog(archive);
    for (int inFlight : IN_FLIGHT) {
      try (LateCard card = new LateCard(Cards.open(Cards.MODEL), seed + inFlight)) {
        Relog.Outcome outcome = log.run(card, inFlight);
        assertEquals(live, outcome.output().toString(), inFlight + " in flight, seed " + seed);
        assertTrue(outcome.agrees(), "seed " + seed);
      }
    }
    assertTrue(log.reactions() > 1, log.reactions() + " reactions, seed " + seed);
  }

  @ParameterizedTest
  @ValueSource(longs = {7, 8, 9})
  void everyReactionThatATradeAsksForIsInTheLogOnceAndNoOther(long seed) {
    record(seed, IN_FLIGHT[(int) (seed % IN_FLIGHT.length)]);

    Expected expected = new Expected("seed " + seed);
    try (Streams streams = new Streams(archive)) {
      while (streams.nextLogged()) {
        if (streams.isReaction()) {
          expected.taken(streams.reaction());
        }
        while (streams.nextReportOfLogged()) {
          expected.reported(streams.report());
        }
      }
    }
    assertFalse(expected.pending, "a reaction was lost, seed " + seed);
    assertTrue(expected.number > 1, expected.number + " reactions, seed " + seed);
    assertTrue(expected.repeated > 0, "no trade met a pending reaction, seed " + seed);
    assertTrue(expected.between > 0, "each reaction came at once, seed " + seed);
  }

  /** Runs an appliance; answers its output's hash. */
  private String record(long seed, int inFlight) {
    SplittableRandom random = new SplittableRandom(seed);
    Settings settings =
        TestAppliance.settings()
            .agentOrderSeed(seed)
            .commandsInFlight(inFlight)
            .archiveDirectory(archive)
            .heartbeatIntervalMs(600_000)
            .conclude();
    LateCard card = new LateCard(Cards.open(Cards.MODEL), seed);
    var venue = TestVenue.withBreaker(20_000 + random.nextInt(20_000), random.nextInt(20_000));
    try (TestAppliance appliance = new TestAppliance(settings, venue, card)) {
      TestClient alice = appliance.alice();
      TestClient bob = appliance.bob();
      TestClient carol = appliance.carol();
      carol.band(1_499 * TestVenue.TICK, 1_501 * TestVenue.TICK);
      Runnable pause =
          () -> {
            appliance.appliance.tick();
            for (int i = random.nextInt(40); i >= 0; i--) {
              appliance.appliance.step();
            }
            alice.poll();
            bob.poll();
            carol.poll();
          };
      new RandomFlow(seed, appliance, alice, bob, carol).pausing(pause).run(REQUESTS);
      return appliance.appliance.outputHash().toString();
    }
  }

  /** What the reactions must be: one for a trade at the edge, unless one is pending. */
  private static final class Expected {
    private final String seed;
    private final TradeDecoder trade = new TradeDecoder();
    private final InstrumentStatusDecoder status = new InstrumentStatusDecoder();
    private final MessageHeaderDecoder header = new MessageHeaderDecoder();
    private long low = TestVenue.BAND_LOW;
    private long high = TestVenue.BAND_HIGH;
    private Phase phase = Phase.CONTINUOUS;
    private boolean pending;
    private long number;
    private long repeated;
    private long between;
    private long askedBy;

    Expected(String seed) {
      this.seed = seed;
    }

    void taken(ReactionDecoder reaction) {
      assertTrue(pending, "nobody asked for reaction " + reaction.number() + ", " + seed);
      assertEquals(number, reaction.number(), seed);
      assertEquals(TestVenue.INSTRUMENT, reaction.subject(), seed);
      pending = false;
    }

    void reported(RecordedStream report) {
      header.wrap(report.buffer(), report.offset());
      if (header.templateId() == TradeDecoder.TEMPLATE_ID) {
        trade.wrapAndApplyHeader(report.buffer(), report.offset(), header);
        if (trade.liquidity() == Liquidity.TAKER) {
          traded();
        }
      } else if (header.templateId() == InstrumentStatusDecoder.TEMPLATE_ID) {
        status.wrapAndApplyHeader(report.buffer(), report.offset(), header);
        low = status.bandLow();
        high = status.bandHigh();
        phase = status.phase();
      }
    }

    private void traded() {
      assertEquals(Phase.CONTINUOUS, phase, "a trade in trade's phase, " + seed);
      boolean edge = trade.price() == low || trade.price() == high;
      repeated += edge && pending ? 1 : 0;
      if (edge && !pending) {
        pending = true;
        number++;
        askedBy = trade.output().logSequence();
      } else if (pending && trade.output().logSequence() > askedBy) {
        between++;
      }
    }
  }

  /** The log message by message, and with each the reports that it caused. */
  private static final class Streams implements AutoCloseable {
    private final RecordedStream log;
    private final RecordedStream output;
    private final LogEnvelopeDecoder envelope = new LogEnvelopeDecoder();
    private final ReactionDecoder reaction = new ReactionDecoder();
    private final MessageHeaderDecoder header = new MessageHeaderDecoder();
    private boolean hasReport;

    /** The report at hand was handed out. */
    private boolean handedOut;

    Streams(Path archive) {
      log = new RecordedStream(Recording.find(archive, SteppedAppliance.LOG_STREAM_ID), 0);
      output = new RecordedStream(Recording.find(archive, SteppedAppliance.OUTPUT_STREAM_ID), 0);
      hasReport = output.next();
    }

    boolean nextLogged() {
      boolean there = log.next();
      if (there) {
        envelope.wrapAndApplyHeader(log.buffer(), log.offset(), header);
      } else {
        assertFalse(hasReport, "every report has a cause");
      }
      return there;
    }

    boolean isReaction() {
      return envelope.source() == Source.REACTION;
    }

    ReactionDecoder reaction() {
      int body =
          log.offset() + MessageHeaderDecoder.ENCODED_LENGTH + LogEnvelopeDecoder.BLOCK_LENGTH;
      return reaction.wrapAndApplyHeader(log.buffer(), body, header);
    }

    /** Moves to the next report of the log message at hand: its cause ends where that does. */
    boolean nextReportOfLogged() {
      if (handedOut) {
        hasReport = output.next();
      }
      handedOut = hasReport && output.reservedValue() == log.position();
      return handedOut;
    }

    RecordedStream report() {
      return output;
    }

    @Override
    public void close() {
      log.close();
      output.close();
    }
  }
}
