package io.lockstep.host.engine;

import io.lockstep.driver.Card;
import io.lockstep.driver.CommandWriter;
import io.lockstep.host.slots.SlotList;
import io.lockstep.schema.card.Side;
import java.util.function.Consumer;
import org.agrona.DirectBuffer;
import org.agrona.concurrent.UnsafeBuffer;

/**
 * Loads a card that was reset with what the engine knows, so that it goes on where another one
 * stopped: in the same slots, and with the same state hash. Nothing is read from a card. Engine's
 * thread only, while the engine is idle; allocates.
 */
public final class CardLoader {
  private final LogState state;
  private final OrderTable orders;
  private final UnsafeBuffer command = new UnsafeBuffer(new byte[Card.MESSAGE_BYTES]);
  private final CommandWriter writer = new CommandWriter().into(command, 0);

  CardLoader(LogState state, OrderTable orders) {
    this.state = state;
    this.orders = orders;
  }

  /**
   * Gives out the loading commands: instruments, accounts, positions, orders by priority, end of
   * load.
   *
   * @param card sends a command, which is overwritten after that; each is to be answered by a
   *     {@code done}.
   */
  public void load(Consumer<DirectBuffer> card) {
    instruments(card);
    accounts(card);
    positions(card);
    orders(card);
    writer.endOfLoad();
    card.accept(command);
  }

  private void instruments(Consumer<DirectBuffer> card) {
    for (int id = 0; id < state.instruments().capacity(); id++) {
      Instrument instrument = state.instruments().get(id);
      if (instrument != null) {
        instrument.write(writer);
        card.accept(command);
      }
    }
  }

  private void accounts(Consumer<DirectBuffer> card) {
    Accounts accounts = state.accounts();
    int account = accounts.firstFrom(0);
    while (account != Accounts.NONE) {
      writer.setAccount(account, accounts.selfTradeGroup(account));
      card.accept(command);
      account = accounts.firstFrom(account + 1);
    }
  }

  private void positions(Consumer<DirectBuffer> card) {
    Positions positions = state.positions();
    for (int slot = 0; slot < positions.given(); slot++) {
      writer.loadPosition(
          slot, positions.account(slot), positions.instrument(slot), positions.lots(slot));
      card.accept(command);
    }
  }

  /** Orders of one level are loaded one behind the other, so all go by priority. */
  private void orders(Consumer<DirectBuffer> card) {
    SlotList byPriority = new SlotList(orders.used());
    for (int slot = 0; slot < orders.slots(); slot++) {
      if (orders.isLive(slot)) {
        byPriority.add(slot, orders.priority(slot), 0);
      }
    }
    byPriority.sort();
    for (int i = 0; i < byPriority.size(); i++) {
      order(byPriority.get(i));
      card.accept(command);
    }
  }

  private void order(int slot) {
    writer
        .loadOrder(
            orders.orderId(slot),
            orders.isParked(slot),
            slot,
            orders.position(slot),
            orders.account(slot),
            orders.session(slot))
        .loadTerms(
            orders.instrument(slot),
            orders.isBid(slot) ? Side.BUY : Side.SELL,
            orders.priceTicks(slot),
            orders.totalLots(slot),
            orders.filledLots(slot),
            orders.selfTradeGroup(slot));
  }
}
