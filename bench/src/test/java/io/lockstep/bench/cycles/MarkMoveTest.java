package io.lockstep.bench.cycles;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.lockstep.bench.flow.CardCommands;
import io.lockstep.bench.flow.CardEncoding;
import io.lockstep.bench.flow.MixedFlow;
import io.lockstep.bench.margin.MarginSetUp;
import io.lockstep.schema.card.CancelDecoder;
import io.lockstep.schema.card.CommandHeaderDecoder;
import io.lockstep.schema.card.CommitGroupDecoder;
import io.lockstep.schema.card.NewDecoder;
import io.lockstep.schema.card.ReplaceDecoder;
import io.lockstep.schema.card.ReserveDecoder;
import io.lockstep.schema.card.StageArrayDecoder;
import io.lockstep.schema.card.SweepChunkDecoder;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.agrona.DirectBuffer;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the host sends when marks move comes in its places, and whole. */
class MarkMoveTest {
  private static final int PORTFOLIOS = 100;
  private static final int BEFORE = 300;

  private final CommandHeaderDecoder header = new CommandHeaderDecoder();
  private final SweepChunkDecoder sweep = new SweepChunkDecoder();

  @ParameterizedTest
  @ValueSource(ints = {310, 1_000})
  void marksAreCommittedOnceReservesFollowAndAllPortfoliosAreSwept(int all) {
    MarginSetUp move = new MarginSetUp(32);
    move.stage(0, MixedFlow.MID, new int[32]);
    move.commit(0, 1);
    MixedFlow flow = new MixedFlow(1, 200);
    CardCommands commands = new CardCommands(flow, new CardEncoding(), all);
    MarkMove marked = new MarkMove(commands, flow, BEFORE, move, PORTFOLIOS);
    Map<Integer, Integer> counts = new TreeMap<>();
    int before = 0;
    int swept = 0;
    while (marked.hasNext()) {
      DirectBuffer command = marked.next();
      int template = header.wrap(command, 0).templateId();
      counts.merge(template, 1, Integer::sum);
      if (template == CommitGroupDecoder.TEMPLATE_ID) {
        before = orders(counts);
      }
      if (template == SweepChunkDecoder.TEMPLATE_ID) {
        sweep.wrap(command, 0, SweepChunkDecoder.BLOCK_LENGTH, SweepChunkDecoder.SCHEMA_VERSION);
        assertEquals(swept, sweep.portfolio());
        swept += (int) sweep.count();
      }
    }

    assertEquals(BEFORE, before);
    assertEquals(all, orders(counts));
    assertEquals(PORTFOLIOS, swept);
    assertEquals(4, counts.get(StageArrayDecoder.TEMPLATE_ID));
    assertEquals(1, counts.get(CommitGroupDecoder.TEMPLATE_ID));
    assertEquals(liveAfter(BEFORE), counts.get(ReserveDecoder.TEMPLATE_ID));
  }

  private static int orders(Map<Integer, Integer> counts) {
    return IntStream.of(
            NewDecoder.TEMPLATE_ID, CancelDecoder.TEMPLATE_ID, ReplaceDecoder.TEMPLATE_ID)
        .map(template -> counts.getOrDefault(template, 0))
        .sum();
  }

  private static int liveAfter(int commands) {
    MixedFlow same = new MixedFlow(1, 200);
    same.next(commands);
    return same.liveOrders();
  }
}
