package io.lockstep.host.engine;

import io.lockstep.driver.Card;
import io.lockstep.host.direct.CommandRun;
import io.lockstep.host.direct.CommandRun.State;
import io.lockstep.schema.card.EventHeaderDecoder;
import io.lockstep.schema.card.RejectReason;
import io.lockstep.schema.card.RejectedDecoder;
import java.util.Optional;
import org.agrona.DirectBuffer;

/** A card on its way to hold what the engine has settled, moved on a little at a time. */
public final class CardLoading {
  private final EventHeaderDecoder header = new EventHeaderDecoder();
  private final RejectedDecoder rejected = new RejectedDecoder();
  private final CommandRun run;
  private RejectReason refusal;

  /**
   * @param loader not used yet.
   * @param card after its reset.
   */
  public CardLoading(CardLoader loader, Card card) {
    run = new CommandRun(card, loader::next, this::onEvent);
  }

  /** One turn; never blocks. */
  public State work() {
    return run.work();
  }

  /** Why the card refused a loading command first; empty: it took all. */
  public Optional<RejectReason> refusal() {
    return Optional.ofNullable(refusal);
  }

  private void onEvent(DirectBuffer event, int offset) {
    if (header.wrap(event, offset).templateId() == RejectedDecoder.TEMPLATE_ID && refusal == null) {
      rejected.wrap(event, offset, RejectedDecoder.BLOCK_LENGTH, RejectedDecoder.SCHEMA_VERSION);
      refusal = rejected.reason();
    }
  }
}
