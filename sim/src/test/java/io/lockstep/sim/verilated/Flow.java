package io.lockstep.sim.verilated;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.lockstep.driver.Card;
import io.lockstep.schema.card.AuditEncoder;
import io.lockstep.schema.card.BarrierEncoder;
import io.lockstep.schema.card.CancelEncoder;
import io.lockstep.schema.card.CommandHeaderEncoder;
import io.lockstep.schema.card.DoneDecoder;
import io.lockstep.schema.card.EndOfLoadEncoder;
import io.lockstep.schema.card.EventHeaderDecoder;
import io.lockstep.schema.card.NewEncoder;
import io.lockstep.schema.card.OpenPositionEncoder;
import io.lockstep.schema.card.SetAccountEncoder;
import io.lockstep.schema.card.SetInstrumentEncoder;
import io.lockstep.schema.card.Side;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.agrona.DirectBuffer;
import org.agrona.concurrent.UnsafeBuffer;

/** Sends commands to a card and keeps what it answers, the ring's own fields left out. */
final class Flow {
  private static final int BUYER = 1;
  private static final int SELLER = 2;

  private final Card card;
  private final UnsafeBuffer command = new UnsafeBuffer(new byte[64]);
  private final EventHeaderDecoder header = new EventHeaderDecoder();
  private final List<Integer> templates = new ArrayList<>();
  private final Map<Long, Integer> accounts = new HashMap<>();
  private final StringBuilder text = new StringBuilder();
  private int lasts;

  Flow(Card card) {
    this.card = card;
  }

  Card card() {
    return card;
  }

  /** All events so far, as hexadecimal lines without stamp, consumed and sequence. */
  String text() {
    return text.toString();
  }

  private UnsafeBuffer command(int template, long logSequence) {
    command.setMemory(0, 64, (byte) 0);
    new CommandHeaderEncoder().wrap(command, 0).templateId(template).logSequence(logSequence);
    return command;
  }

  UnsafeBuffer barrier() {
    return command(BarrierEncoder.TEMPLATE_ID, 0);
  }

  UnsafeBuffer audit() {
    command(AuditEncoder.TEMPLATE_ID, 0);
    new AuditEncoder().wrap(command, 0).lines().instruments(true).orders(true);
    return command;
  }

  /** Commands that {@link #start} sends. */
  static final int START_COMMANDS = 6;

  /** Sets instrument 0, an account that buys and one that sells, with their positions. */
  Flow start() {
    define(setInstrument());
    for (int account : new int[] {BUYER, SELLER}) {
      command(SetAccountEncoder.TEMPLATE_ID, 0);
      new SetAccountEncoder().wrap(command, 0).account(account);
      define(command);
      command(OpenPositionEncoder.TEMPLATE_ID, 0);
      new OpenPositionEncoder().wrap(command, 0).positionSlot(account).account(account);
      define(command);
    }
    define(command(EndOfLoadEncoder.TEMPLATE_ID, 0));
    return this;
  }

  private void define(UnsafeBuffer definition) {
    assertEquals(List.of(DoneDecoder.TEMPLATE_ID), send(definition));
  }

  private UnsafeBuffer setInstrument() {
    command(SetInstrumentEncoder.TEMPLATE_ID, 0);
    new SetInstrumentEncoder()
        .wrap(command, 0)
        .instrument(0)
        .windowBase(1)
        .bandLow(1)
        .bandHigh(4096)
        .maxPrice(4096)
        .maxQuantity(1_000_000);
    return command;
  }

  UnsafeBuffer order(long id, boolean buy, int price, int quantity) {
    command(NewEncoder.TEMPLATE_ID, id);
    int account = buy ? BUYER : SELLER;
    accounts.put(id, account);
    new NewEncoder()
        .wrap(command, 0)
        .account(account)
        .positionSlot(account)
        .slot(id & 0xFFFF)
        .price(price)
        .quantity(quantity)
        .side(buy ? Side.BUY : Side.SELL);
    return command;
  }

  UnsafeBuffer cancel(long id) {
    command(CancelEncoder.TEMPLATE_ID, 0);
    new CancelEncoder()
        .wrap(command, 0)
        .orderId(id)
        .slot(id & 0xFFFF)
        .account(accounts.getOrDefault(id, BUYER));
    return command;
  }

  /** Sends one command and answers the templates of its events. */
  List<Integer> send(UnsafeBuffer bytes) {
    templates.clear();
    assertTrue(card.offer(bytes, 0) >= 0, "no credit");
    drain(1);
    return List.copyOf(templates);
  }

  /** Polls until that many commands are answered. */
  void drain(int commands) {
    int until = lasts + commands;
    for (int polls = 0; lasts < until; polls++) {
      assertTrue(polls < 100_000, "no answer");
      assertTrue(card.poll(this::onEvent, 8) >= 0, "the card is lost");
    }
  }

  /** A random flow, one command in flight; the answer's cycles for each command. */
  int[] mixed(int commands, long seed) {
    Random random = new Random(seed);
    int[] cycles = new int[commands];
    for (int i = 0; i < commands; i++) {
      if (random.nextInt(3) == 0) {
        send(cancel(random.nextInt(i + 1)));
      } else {
        send(order(i, random.nextBoolean(), 2000 + random.nextInt(20), 1 + random.nextInt(9)));
      }
      if (card instanceof VerilatedCard verilated) {
        cycles[i] = verilated.device().windowToEventCycles();
      }
    }
    return cycles;
  }

  private void onEvent(DirectBuffer event, int offset) {
    header.wrap(event, offset);
    templates.add(header.templateId());
    lasts += header.flags().last() ? 1 : 0;
    for (int i = 0; i < 60; i++) {
      if (i < 4 || i >= 12) {
        text.append(Character.forDigit(event.getByte(offset + i) >> 4 & 15, 16));
        text.append(Character.forDigit(event.getByte(offset + i) & 15, 16));
      }
    }
    text.append('\n');
  }
}
