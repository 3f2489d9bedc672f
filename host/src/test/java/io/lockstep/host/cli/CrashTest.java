package io.lockstep.host.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.lockstep.host.SteppedAppliance;
import io.lockstep.host.publisher.OutputHash;
import io.lockstep.host.recording.RecordedStream;
import io.lockstep.host.recording.Recording;
import io.lockstep.schema.client.ExecutionReportDecoder;
import io.lockstep.schema.client.MessageHeaderDecoder;
import io.lockstep.schema.client.ReplacedDecoder;
import io.lockstep.schema.client.RequestDoneDecoder;
import io.lockstep.schema.client.TradeDecoder;
import java.nio.ByteOrder;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The appliance's process is killed with -9 at random moments, under load from clients in another
 * process, and started again on what it left; the clients resume. Every order that was acknowledged
 * is live or has ended, with its reports exactly once, and no trade that anybody saw is missing.
 *
 * <p>{@code ./lockstep test --crash 20 --seed 1} runs this with as many kills as are asked for.
 */
class CrashTest {
  private static final int KILLS = Integer.getInteger("lockstep.crash.kills", 3);
  private static final long SEED = Long.getLong("lockstep.crash.seed", 1);
  private static final int UNANSWERED_MAX = 64;
  private static final int REQUESTS_MAX = 2_000;
  private static final int TRADES_MIN = 20;
  private static final int START_MS_MAX = 1_500;
  private static final String SNAPSHOT_EVERY = "--snapshot-every=2000";

  private final Random random = new Random(SEED);
  private final CrashTrader alice = new CrashTrader(1, "alice-sample-key", 1, SEED);
  private final CrashTrader bob = new CrashTrader(2, "bob-sample-key", 2, SEED + 1);
  private int starts;

  @TempDir Path folder;

  @Test
  void whatWasAcknowledgedSurvivesEveryKill() throws Exception {
    for (int kill = 0; kill < KILLS; kill++) {
      try (MainProcess appliance = start()) {
        if (random.nextInt(4) == 0) {
          Thread.sleep(random.nextInt(START_MS_MAX)); // killed while it starts, or just after
        } else {
          appliance.awaitOutput("Ready");
          connect();
          load(random.nextInt(REQUESTS_MAX));
          appliance.kill();
          alice.disconnect();
          bob.disconnect();
        }
      }
    }
    try (MainProcess appliance = start()) {
      appliance.awaitOutput("Ready");
      connect();
      load(REQUESTS_MAX);
      alice.settle();
      bob.settle();
      alice.settle(); // of what bob's last orders did to hers
      alice.cancelAll();
      bob.cancelAll();
      assertEquals(130, appliance.interrupt(), () -> seed() + appliance.printed());
    }
    assertEquals(recorded(alice.session()), alice.heard(), seed());
    assertEquals(recorded(bob.session()), bob.heard(), seed());
    assertTrue(alice.trades().size() >= TRADES_MIN, seed() + ", trades: " + alice.trades().size());
    Set<Long> ofOneOnly = new HashSet<>(alice.trades().keySet());
    ofOneOnly.removeAll(bob.trades().keySet());
    assertEquals(Set.of(), ofOneOnly, seed());
    assertEquals(alice.trades(), bob.trades(), seed());
  }

  private MainProcess start() throws Exception {
    starts++;
    return new MainProcess(
        folder.resolve("run-" + starts + ".txt"),
        List.of(
            "run",
            "--card=model",
            "--aeron-dir=" + aeronDirectory(),
            "--archive-dir=" + folder.resolve("archive"),
            SNAPSHOT_EVERY));
  }

  /** Another one each time: Aeron takes one left by a kill for ten seconds to be in use. */
  private Path aeronDirectory() {
    return folder.resolve("aeron-" + starts);
  }

  private void connect() {
    alice.connect(aeronDirectory());
    bob.connect(aeronDirectory());
  }

  /** Lets each send so many requests; many are under way when it ends. */
  private void load(int requests) {
    for (int i = 0; i < requests; i++) {
      alice.trade(UNANSWERED_MAX);
      bob.trade(UNANSWERED_MAX);
    }
  }

  private String seed() {
    return "./lockstep test --crash " + KILLS + " --seed " + SEED + "\n";
  }

  /** Number and hash of each private report of a session, as the output was recorded. */
  private List<String> recorded(int session) {
    List<String> reports = new ArrayList<>();
    MessageHeaderDecoder header = new MessageHeaderDecoder();
    Recording recording =
        Recording.find(folder.resolve("archive"), SteppedAppliance.OUTPUT_STREAM_ID);
    try (RecordedStream stream = new RecordedStream(recording, 0)) {
      while (stream.next()) {
        header.wrap(stream.buffer(), stream.offset());
        int body = stream.offset() + MessageHeaderDecoder.ENCODED_LENGTH;
        int sessionOffset = sessionOffset(header.templateId());
        if (sessionOffset >= 0
            && stream.buffer().getInt(body + sessionOffset, ByteOrder.LITTLE_ENDIAN) == session) {
          OutputHash hash = new OutputHash();
          hash.add(stream.buffer(), body, header.blockLength());
          reports.add(stream.buffer().getLong(body, ByteOrder.LITTLE_ENDIAN) + " " + hash);
        }
      }
    }
    return reports;
  }

  /** Where a private report names its session; below 0: it is public. */
  private static int sessionOffset(int templateId) {
    return switch (templateId) {
      case ExecutionReportDecoder.TEMPLATE_ID -> ExecutionReportDecoder.sessionEncodingOffset();
      case TradeDecoder.TEMPLATE_ID -> TradeDecoder.sessionEncodingOffset();
      case ReplacedDecoder.TEMPLATE_ID -> ReplacedDecoder.sessionEncodingOffset();
      case RequestDoneDecoder.TEMPLATE_ID -> RequestDoneDecoder.sessionEncodingOffset();
      default -> -1;
    };
  }
}
