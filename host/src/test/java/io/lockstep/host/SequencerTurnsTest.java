package io.lockstep.host;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.aeron.ExclusivePublication;
import io.aeron.Subscription;
import io.aeron.logbuffer.Header;
import io.lockstep.host.sequencer.DirectSequencer;
import io.lockstep.host.sequencer.LogInputs;
import io.lockstep.host.sequencer.SequencerInput;
import io.lockstep.host.sequencer.StepClock;
import io.lockstep.schema.client.LogEnvelopeDecoder;
import io.lockstep.schema.client.MessageHeaderDecoder;
import io.lockstep.schema.client.MessageHeaderEncoder;
import io.lockstep.schema.client.Source;
import io.lockstep.schema.client.TickEncoder;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.agrona.DirectBuffer;
import org.agrona.concurrent.UnsafeBuffer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The sequencer's inputs share the log: none waits for another for longer than a round, however
 * full the log is. The log is a real one, read in pieces drawn from a seed, so that it is full most
 * of the time; the messages are numbered in the envelope's session.
 */
class SequencerTurnsTest {
  private static final int TURNS = 3_000;
  private static final int REACTIONS_A_ROUND = 64;
  private static final int REQUESTS_A_ROUND = 32;

  private final Transport transport = new Transport(TestAppliance.settings().conclude());
  private final ExclusivePublication log = transport.recorded(1010, 64 * 1024);
  private final Subscription reader = transport.reader(log);
  private final LogInputs inputs = new LogInputs();
  private final DirectSequencer sequencer =
      new DirectSequencer(inputs, log, new StepClock(0, 1_000), 0, 0);
  private final Map<Source, Integer> offered = new EnumMap<>(Source.class);
  private final List<Source> order = new ArrayList<>();
  private final Map<Source, Integer> logged = new EnumMap<>(Source.class);
  private final UnsafeBuffer message =
      new UnsafeBuffer(new byte[MessageHeaderEncoder.ENCODED_LENGTH + TickEncoder.BLOCK_LENGTH]);
  private final LogEnvelopeDecoder envelope = new LogEnvelopeDecoder();
  private final MessageHeaderDecoder header = new MessageHeaderDecoder();

  @AfterEach
  void end() {
    transport.close();
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3})
  void noFloodOfReactionsOrRequestsKeepsTheOthersWaiting(long seed) {
    run(seed, () -> fillAll());

    mostBetween(Source.CLIENT, Source.REACTION, REACTIONS_A_ROUND, seed);
    mostBetween(Source.REACTION, Source.CLIENT, REQUESTS_A_ROUND, seed);
    mostBetween(Source.TIMER, Source.REACTION, REACTIONS_A_ROUND, seed);
    mostBetween(Source.TIMER, Source.CLIENT, REQUESTS_A_ROUND, seed);
    mostBetween(Source.CLIENT, Source.TIMER, 1, seed);
    assertTrue(logged.get(Source.CLIENT) > 500, "requests " + logged);
    assertTrue(logged.get(Source.REACTION) > 500, "reactions " + logged);
  }

  @ParameterizedTest
  @ValueSource(longs = {4, 5, 6})
  void eachInputKeepsItsOrderAndNothingIsLostOrThereTwice(long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    run(seed, () -> fillSome(random));
    while (!inputs.isEmpty()) {
      turn(Integer.MAX_VALUE);
    }
    while (reader.poll(this::onLogged, 100) > 0) {
      // to the log's end
    }
    assertEquals(offered, logged, "seed " + seed);
    assertTrue(logged.get(Source.TIMER) > 100, "ticks " + logged);
  }

  private void run(long seed, Runnable fill) {
    SplittableRandom random = new SplittableRandom(-seed);
    for (int i = 0; i < TURNS; i++) {
      fill.run();
      turn(random.nextInt(40));
    }
  }

  private void turn(int read) {
    sequencer.doWork();
    reader.poll(this::onLogged, read);
    transport.invokeDriver();
    transport.invokeArchive();
  }

  /** Something waits in every ring. */
  private void fillAll() {
    while (offer(inputs.ticks(), Source.TIMER)
        | offer(inputs.reactions(), Source.REACTION)
        | offer(inputs.requests(), Source.CLIENT)) {
      // to the brim
    }
  }

  private void fillSome(SplittableRandom random) {
    for (int i = random.nextInt(30); i > 0; i--) {
      switch (random.nextInt(3)) {
        case 0 -> offer(inputs.ticks(), Source.TIMER);
        case 1 -> offer(inputs.reactions(), Source.REACTION);
        default -> offer(inputs.requests(), Source.CLIENT);
      }
    }
  }

  private boolean offer(SequencerInput ring, Source source) {
    new TickEncoder().wrapAndApplyHeader(message, 0, new MessageHeaderEncoder());
    int number = offered.getOrDefault(source, 0) + 1;
    boolean taken = ring.offer(source, 0, number, message, 0, message.capacity());
    if (taken) {
      offered.put(source, number);
    }
    return taken;
  }

  private void onLogged(DirectBuffer buffer, int offset, int length, Header frame) {
    envelope.wrapAndApplyHeader(buffer, offset, header);
    int number = logged.merge(envelope.source(), 1, Integer::sum);
    assertEquals(number, envelope.session(), "place of a message of " + envelope.source());
    order.add(envelope.source());
  }

  /** While both had something waiting all the time. */
  private void mostBetween(Source waiting, Source others, int limit, long seed) {
    int between = 0;
    int most = 0;
    for (Source source : order) {
      between = source == waiting ? 0 : between + (source == others ? 1 : 0);
      most = Math.max(most, between);
    }
    assertTrue(
        most <= limit,
        "seed " + seed + ": a message of " + waiting + " waited for " + most + " of " + others);
  }
}
