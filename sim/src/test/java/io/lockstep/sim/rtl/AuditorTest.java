package io.lockstep.sim.rtl;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.lockstep.schema.card.AuditInstrumentDecoder;
import io.lockstep.schema.card.AuditOrderDecoder;
import io.lockstep.schema.card.DoneDecoder;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * The auditor's walk over memories that the test plays: instrument 1 of 3 is known, and has two
 * bids on one level, one bid behind it, and an ask. What whole books answer is the kernel's test.
 */
class AuditorTest {
  private static final int INSTRUMENTS_AND_ORDERS = 3;
  private static final PackedStruct ACCESS = PackedStruct.of("access_t");
  private static final PackedStruct CONFIG = PackedStruct.of("config_t");
  private static final PackedStruct BOOK = PackedStruct.of("book_t");
  private static final PackedStruct ENTRY = PackedStruct.of("entry_t");
  private static final PackedStruct LEVEL = PackedStruct.of("level_t");
  private static final PackedStruct EVENT = PackedStruct.of("event_t");

  @Rtl(module = "auditor", parameters = "INSTRUMENTS=3")
  RtlModule dut;

  private final List<String> lines = new ArrayList<>();
  private int searches;

  @Test
  void walksKnownInstrumentsBidsThenAsksHeadToTail() {
    audit(INSTRUMENTS_AND_ORDERS, 1);
    assertEquals(
        List.of(
            "instrument 1",
            "order 10 rank 0",
            "order 11 rank 1",
            "order 20 rank 0",
            "order 30 rank 0",
            "done 5"),
        lines);
  }

  @Test
  void givesOnlyTheLinesAskedFor() {
    audit(1, 1);
    assertEquals(List.of("instrument 1", "done 1"), lines);
    lines.clear();
    audit(2, 1);
    assertEquals("order 10 rank 0", lines.get(0));
    assertEquals("done 4", lines.get(4));
    lines.clear();
    audit(0, 1);
    assertEquals(List.of("done 0"), lines);
  }

  @Test
  void waitsWhileNobodyTakesItsLines() {
    audit(INSTRUMENTS_AND_ORDERS, 7);
    assertEquals(6, lines.size());
  }

  private void audit(int asked, int readyEvery) {
    searches = 0;
    dut.set("lines_i", asked);
    dut.set("start_i", 1);
    dut.clock();
    dut.set("start_i", 0);
    for (int cycle = 0; lines.isEmpty() || !last().startsWith("done"); cycle++) {
      boolean ready = cycle % readyEvery == 0;
      dut.set("ready_i", ready ? 1 : 0);
      dut.eval();
      if (ready && dut.get("valid_o") == 1) {
        lines.add(line());
      }
      serve();
    }
  }

  private String last() {
    return lines.get(lines.size() - 1);
  }

  private String line() {
    RtlPort event = dut.port("event_o");
    long number = EVENT.get(event, "number");
    return switch ((int) EVENT.get(event, "template_id")) {
      case AuditInstrumentDecoder.TEMPLATE_ID -> "instrument " + EVENT.get(event, "instrument");
      case AuditOrderDecoder.TEMPLATE_ID -> "order " + EVENT.get(event, "slot") + " rank " + number;
      case DoneDecoder.TEMPLATE_ID -> "done " + number;
      default -> "unknown";
    };
  }

  /** Answers this cycle's reads in the next one, as the memories do. */
  private void serve() {
    RtlPort access = dut.port("access_o");
    boolean table = ACCESS.get(access, "table_read") == 1;
    long instrument = ACCESS.get(access, "instrument");
    boolean pool = ACCESS.get(access, "pool_read") == 1;
    long slot = ACCESS.get(access, "slot");
    boolean ladder = ACCESS.get(access, "ladder_read") == 1;
    long index = ACCESS.get(access, "index");
    boolean search = ACCESS.get(access, "search") == 1;
    dut.clock();
    dut.set("search_done_i", 0);
    if (table) {
      CONFIG.set(dut.port("config_i"), "known", instrument == 1 ? 1 : 0);
      RtlPort book = dut.port("book_i");
      BOOK.set(book, "bid.valid", 1);
      BOOK.set(book, "bid.head", 10);
      BOOK.set(book, "bid.price", 500);
      BOOK.set(book, "ask.valid", 1);
      BOOK.set(book, "ask.head", 30);
      BOOK.set(book, "ask.price", 600);
    }
    if (pool) {
      RtlPort entry = dut.port("entry_i");
      ENTRY.set(entry, "live", 1);
      ENTRY.set(entry, "next", slot + 1);
      ENTRY.set(entry, "order.side", slot == 30 ? 1 : 0);
      ENTRY.set(entry, "order.instrument", 1);
    }
    if (ladder) {
      level(index == 500 ? 10 : 30, index == 500 ? 11 : 30);
    }
    if (search) {
      // Behind the best bid lies one more level; behind that, and behind the ask, nothing.
      dut.set("search_done_i", 1);
      dut.set("search_found_i", searches == 0 ? 1 : 0);
      level(20, 20);
      searches++;
    }
  }

  private void level(int head, int tail) {
    LEVEL.set(dut.port("level_i"), "head", head);
    LEVEL.set(dut.port("level_i"), "tail", tail);
  }
}
