package io.lockstep.host.cli;

import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.lockstep.driver.Card;
import io.lockstep.driver.EventHandler;
import io.lockstep.driver.ForwardingCard;
import io.lockstep.host.OpenCard;
import io.lockstep.host.replay.ApplianceReplay;
import io.lockstep.host.replay.DirectReplay;
import io.lockstep.host.replay.ReplayPlan;
import io.lockstep.host.replay.SseDay;
import io.lockstep.host.settings.LostCardSettings;
import io.lockstep.host.settings.Settings;
import io.lockstep.schema.card.EventHeaderDecoder;
import io.lockstep.schema.card.TradeDecoder;
import io.lockstep.sim.lockstep.LockstepCard;
import io.lockstep.sim.lockstep.LockstepSettings;
import io.lockstep.sim.model.Capacities;
import io.lockstep.sim.model.ModelCard;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.agrona.DirectBuffer;
import org.agrona.concurrent.UnsafeBuffer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** When two cards differ, the command says in what, and where the evidence lies. */
class CardLossTest {
  @TempDir Path folder;

  @Test
  void aReplayThroughTheApplianceNamesTheDifference() throws IOException {
    LockstepCard card = differing();

    IllegalStateException failure =
        assertThrows(
            IllegalStateException.class,
            () ->
                new ApplianceReplay(1, plan(), (done, total) -> {})
                    .run(
                        Settings.builder().lostCard(LostCardSettings.STOPS).conclude(),
                        new OpenCard(card, Optional.empty())));

    assertTells(failure, card);
  }

  @Test
  void aReplayStraightIntoTheCardNamesTheDifference() throws IOException {
    LockstepCard card = differing();
    OpenCard opened = new OpenCard(card, Optional.empty());

    IllegalStateException failure =
        assertThrows(
            IllegalStateException.class,
            () -> new DirectReplay(opened, 1, plan(), (done, total) -> {}).run());
    card.close();

    assertTells(failure, card);
  }

  @Test
  void aFailureThatIsNotTheCardsIsLeftAsItIs() {
    IllegalStateException failure = new IllegalStateException("something else");

    assertSame(failure, CardOption.explained(failure, new ModelCard(Capacities.SIM)));
  }

  private void assertTells(IllegalStateException failure, Card card) {
    String message = CardOption.explained(failure, card).getMessage();

    assertTrue(message.startsWith("the card stopped: "), message);
    assertTrue(message.endsWith("see " + folder.resolve("difference")), message);
    assertTrue(Files.exists(folder.resolve("difference").resolve("report.txt")), message);
  }

  private LockstepCard differing() {
    return new LockstepCard(
        new ModelCard(Capacities.SIM),
        "model",
        new WrongPrice(new ModelCard(Capacities.SIM)),
        "other",
        LockstepSettings.defaults().withFolder(folder.resolve("difference")));
  }

  /** A day of two orders that trade. */
  private ReplayPlan plan() throws IOException {
    Path inbound =
        Files.write(
            folder.resolve("inbound.csv"),
            List.of(
                "idx,time,phase,cmd,order_id,side,price_milli_cny,qty",
                "0,t,C,N,11,B,5500,100",
                "1,t,C,M,12,S,5500,100"));
    Path fills =
        Files.write(
            folder.resolve("fills.csv"),
            List.of("inbound_idx,phase,buy_id,sell_id,price_milli_cny,qty", "1,C,11,12,5500,100"));
    return new ReplayPlan(SseDay.read(inbound, fills));
  }

  /** A card whose trades print one tick too high. */
  private static final class WrongPrice extends ForwardingCard {
    WrongPrice(Card card) {
      super(card);
    }

    @Override
    public int poll(EventHandler handler, int limit) {
      return card.poll((event, offset) -> handler.onEvent(altered(event, offset), 0), limit);
    }

    private static DirectBuffer altered(DirectBuffer event, int offset) {
      UnsafeBuffer copy = new UnsafeBuffer(new byte[MESSAGE_BYTES]);
      copy.putBytes(0, event, offset, MESSAGE_BYTES);
      if (new EventHeaderDecoder().wrap(copy, 0).templateId() == TradeDecoder.TEMPLATE_ID) {
        int price = TradeDecoder.priceEncodingOffset();
        copy.putInt(price, copy.getInt(price) + 1);
      }
      return copy;
    }
  }
}
