package io.lockstep.host;

import io.aeron.ExclusivePublication;
import io.aeron.Subscription;
import io.aeron.logbuffer.Header;
import io.lockstep.driver.Card;
import io.lockstep.host.engine.Engine;
import io.lockstep.host.engine.LogSource;
import io.lockstep.host.publisher.OutputStream;
import io.lockstep.host.sequencer.DirectSequencer;
import io.lockstep.host.sequencer.LiveLog;
import io.lockstep.host.sequencer.LogInputs;
import io.lockstep.host.sequencer.StepClock;
import io.lockstep.host.venue.Definitions;
import io.lockstep.schema.client.ExecutionReportDecoder;
import io.lockstep.schema.client.MessageHeaderDecoder;
import io.lockstep.schema.client.MessageHeaderEncoder;
import io.lockstep.schema.client.RejectReason;
import io.lockstep.schema.client.SessionOpenedEncoder;
import io.lockstep.schema.client.Source;
import io.lockstep.schema.client.TradeDecoder;
import java.util.ArrayList;
import java.util.List;
import org.agrona.DirectBuffer;
import org.agrona.concurrent.UnsafeBuffer;

/**
 * A real sequencer and engine between a ring and an output stream, without gateway and publisher.
 */
final class EngineUnderTest implements AutoCloseable {
  final LogInputs inputs = new LogInputs();
  final Engine engine;
  final RefusalCounters refusals;
  private final Transport transport = new Transport(TestAppliance.settings().conclude());
  private final DirectSequencer sequencer;
  private final Subscription output;
  private final Card card;
  private final MessageHeaderDecoder header = new MessageHeaderDecoder();
  private final ExecutionReportDecoder report = new ExecutionReportDecoder();
  private final TradeDecoder trade = new TradeDecoder();
  private List<String> lines = new ArrayList<>();

  EngineUnderTest(Card card, int commandsInFlight) {
    this.card = card;
    ExclusivePublication log = transport.recorded(1010, 64 * 1024);
    ExclusivePublication reports = transport.recorded(1011, 64 * 1024);
    refusals = new RefusalCounters(transport.aeron());
    output = transport.reader(reports);
    sequencer = new DirectSequencer(inputs, log, new StepClock(0, 1_000), 0, 0);
    LogSource live = new LiveLog(transport.reader(log));
    OutputStream reportStream = new OutputStream(reports);
    engine = new Engine(live, card, commandsInFlight, reportStream, refusals);
    engine.continueWith(live, reportStream, inputs::offerReaction);
  }

  /** Defines the test venue, and opens a session. */
  void begin(int participant, int session) {
    Definitions definitions = new Definitions(TestVenue.VENUE, inputs.requests());
    definitions.offer();
    definitions.offerEnd();
    UnsafeBuffer opened =
        new UnsafeBuffer(
            new byte[MessageHeaderEncoder.ENCODED_LENGTH + SessionOpenedEncoder.BLOCK_LENGTH]);
    new SessionOpenedEncoder()
        .wrapAndApplyHeader(opened, 0, new MessageHeaderEncoder())
        .flags()
        .clear();
    offer(Source.GATEWAY, participant, session, opened, opened.capacity());
  }

  void offer(Source source, int participant, int session, DirectBuffer message, int length) {
    if (!inputs.requests().offer(source, participant, session, message, 0, length)) {
      throw new IllegalStateException("the ring is full");
    }
  }

  void offer(int participant, int session, byte[] request) {
    offer(Source.CLIENT, participant, session, new UnsafeBuffer(request), request.length);
  }

  /** Moves everything on until nothing is left to do; answers what came out. */
  List<String> settle() {
    for (int idle = 0; idle < 10_000; idle++) {
      int work = sequencer.doWork() + engine.doWork() + output.poll(this::onReport, 100);
      transport.invokeArchive();
      transport.invokeDriver();
      idle = work > 0 ? 0 : idle;
    }
    List<String> settled = lines;
    lines = new ArrayList<>();
    return settled;
  }

  private void onReport(DirectBuffer buffer, int offset, int length, Header frame) {
    header.wrap(buffer, offset);
    if (header.templateId() == ExecutionReportDecoder.TEMPLATE_ID) {
      report.wrapAndApplyHeader(buffer, offset, header);
      String reason = report.reason() == RejectReason.NONE ? "" : " " + report.reason();
      lines.add(report.status() + " " + report.clientOrderId() + reason);
    } else if (header.templateId() == TradeDecoder.TEMPLATE_ID) {
      trade.wrapAndApplyHeader(buffer, offset, header);
      lines.add(trade.liquidity() + " " + trade.clientOrderId());
    }
  }

  @Override
  public void close() {
    transport.close();
    card.close();
  }
}
