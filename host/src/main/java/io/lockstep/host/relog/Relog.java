package io.lockstep.host.relog;

import io.lockstep.driver.Card;
import io.lockstep.host.RefusalCounters;
import io.lockstep.host.SteppedAppliance;
import io.lockstep.host.engine.Engine;
import io.lockstep.host.publisher.OutputHash;
import io.lockstep.host.recording.RecordedStream;
import io.lockstep.host.recording.Recording;
import io.lockstep.host.recovery.RecordedLog;
import io.lockstep.schema.client.LogEnvelopeDecoder;
import io.lockstep.schema.client.MessageHeaderDecoder;
import io.lockstep.schema.client.RiskGroupDefinedDecoder;
import io.lockstep.schema.client.Source;
import java.nio.file.Path;

/**
 * What an appliance recorded and left, to be run again: by any card, with any number of commands in
 * flight, from the first message to the last, without streams and clocks. One thread.
 */
public final class Relog {
  private final Recording log;
  private final OutputHash recordedOutput = new OutputHash();
  private long messages;
  private long ticks;
  private long reactions;
  private boolean isMargined;

  /**
   * One run over the log.
   *
   * @param output hash of all that came out.
   * @param agrees it begins with what was recorded; more may follow, if the appliance was stopped
   *     before it had put out everything.
   */
  public record Outcome(OutputHash output, boolean agrees) {}

  /**
   * Reads what is there.
   *
   * @param directory archive of an appliance that was closed.
   * @throws io.lockstep.host.recording.DamageException when it is not whole, or there is none.
   */
  public Relog(Path directory) {
    log = Recording.find(directory, SteppedAppliance.LOG_STREAM_ID);
    countMessages();
    Recording output = Recording.find(directory, SteppedAppliance.OUTPUT_STREAM_ID);
    try (RecordedStream reports = new RecordedStream(output, 0)) {
      while (reports.next()) {
        recordedOutput.add(reports.buffer(), reports.offset(), reports.length());
      }
    }
  }

  private void countMessages() {
    LogEnvelopeDecoder envelope = new LogEnvelopeDecoder();
    MessageHeaderDecoder header = new MessageHeaderDecoder();
    try (RecordedStream stream = new RecordedStream(log, 0)) {
      while (stream.next()) {
        Source source =
            envelope.wrapAndApplyHeader(stream.buffer(), stream.offset(), header).source();
        int inner = header.wrap(stream.buffer(), envelope.limit()).templateId();
        isMargined |= inner == RiskGroupDefinedDecoder.TEMPLATE_ID;
        messages++;
        ticks += source == Source.TIMER ? 1 : 0;
        reactions += source == Source.REACTION ? 1 : 0;
      }
    }
  }

  /** The venue has risk groups: it is for cards with margin. */
  public boolean isMargined() {
    return isMargined;
  }

  /** Messages of the log. */
  public long messages() {
    return messages;
  }

  /** Those of the timer. */
  public long ticks() {
    return ticks;
  }

  /** Those of the engine. */
  public long reactions() {
    return reactions;
  }

  /** Hash of what the appliance put out. */
  public OutputHash recordedOutput() {
    return recordedOutput;
  }

  /**
   * Runs the log from its first message to its last.
   *
   * @param card after its reset.
   * @param commandsInFlight most requests between log and report.
   */
  public Outcome run(Card card, int commandsInFlight) {
    HashedOutput output = new HashedOutput(recordedOutput.messages());
    try (RecordedLog source = new RecordedLog(new RecordedStream(log, 0))) {
      Engine engine = new Engine(source, card, commandsInFlight, output, new RefusalCounters());
      while (!source.isAtEnd() || !engine.isIdle()) {
        engine.doWork();
      }
    }
    boolean agrees =
        output.hash().messages() >= recordedOutput.messages()
            && output.hashOfNoted() == recordedOutput.value();
    return new Outcome(output.hash(), agrees);
  }
}
