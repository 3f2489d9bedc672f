package io.lockstep.sim.fuzz;

import io.lockstep.driver.Card;
import io.lockstep.driver.EventHandler;
import io.lockstep.driver.Patience;
import io.lockstep.schema.card.CancelledDecoder;
import io.lockstep.schema.card.EventHeaderDecoder;
import io.lockstep.schema.card.MarginStatusDecoder;
import io.lockstep.schema.card.RejectedDecoder;
import io.lockstep.schema.card.TemplateId;
import io.lockstep.sim.fuzz.FuzzResult.Outcome;
import io.lockstep.sim.lockstep.CardDifference;
import io.lockstep.sim.lockstep.EventBytes;
import io.lockstep.sim.lockstep.LockstepCard;
import java.util.Optional;
import org.agrona.DirectBuffer;
import org.agrona.ExpandableArrayBuffer;
import org.agrona.MutableDirectBuffer;

/**
 * Sends random and hostile commands to a card and counts what comes back. Commands go out in
 * batches of random size, and each batch is answered in full before the next is drawn, so that what
 * the generator knows, and with it every command, depends on the settings alone.
 *
 * <p>For one run; one thread, which is the card's.
 */
public final class FuzzRunner implements EventHandler {
  private static final int POLL_LIMIT = 256;
  private static final int PROGRESS_STEPS = 100;

  private final Card card;
  private final FuzzSettings settings;
  private final FuzzProgress progress;
  private final Dice dice;
  private final Knowledge knowledge;
  private final CommandGenerator generator;
  private final Patience patience = Patience.withAnyCard();
  private final FuzzCounts counts;
  private final EndingReader endings;
  private final MutableDirectBuffer command = new ExpandableArrayBuffer(Card.MESSAGE_BYTES);
  private final EventHeaderDecoder header = new EventHeaderDecoder();
  private final RejectedDecoder rejected = new RejectedDecoder();
  private final CancelledDecoder cancelled = new CancelledDecoder();
  private final MarginStatusDecoder status = new MarginStatusDecoder();
  private long eventHash;

  /**
   * @param card after a reset; the runner does not close it.
   * @throws IllegalArgumentException where more commands are to be in flight than the card's window
   *     has slots.
   */
  public FuzzRunner(Card card, FuzzSettings settings, FuzzProgress progress) {
    if (settings.inFlight() > card.description().windowSlots()) {
      throw new IllegalArgumentException(
          "in flight: at most " + card.description().windowSlots() + ", the card's window slots");
    }
    this.card = card;
    this.settings = settings;
    this.progress = progress;
    this.dice = new Dice(settings.seed());
    this.counts = new FuzzCounts(CommandRules.of(card.description()));
    this.knowledge = new Knowledge(card.description());
    this.generator = new CommandGenerator(settings, dice, knowledge);
    this.endings = new EndingReader(knowledge);
  }

  /** Sends all commands, then a full audit. Ends early where the card differs, fails or hangs. */
  public FuzzResult run() {
    long start = System.nanoTime();
    long commands = settings.commands();
    long step = Math.max(1, commands / PROGRESS_STEPS);
    long nextProgress = step;
    Outcome outcome = Outcome.COMPLETED;
    while (outcome == Outcome.COMPLETED && knowledge.sent() < commands) {
      int most = (int) Math.min(settings.inFlight(), commands - knowledge.sent());
      outcome = exchange((int) dice.between(1, most));
      if (knowledge.answered() >= nextProgress) {
        progress.onProgress(knowledge.answered(), commands, counts.events(TemplateId.TRADE));
        nextProgress = knowledge.answered() + step;
      }
    }
    long answered = knowledge.answered();
    long closingHash = 0;
    if (outcome == Outcome.COMPLETED) {
      outcome = audit();
      closingHash = outcome == Outcome.COMPLETED ? knowledge.audit.stateHash() : 0;
    }
    long elapsed = System.nanoTime() - start;
    return new FuzzResult(
        settings, outcome, answered, counts, difference(), eventHash, closingHash, elapsed);
  }

  private Outcome exchange(int batch) {
    if (generator.isRoundOver()) {
      card.reset();
      knowledge.onReset();
      generator.beginRound();
      counts.round();
    }
    int offered = 0;
    do {
      generator.next(command);
      Outcome outcome = send();
      if (outcome != Outcome.COMPLETED) {
        return outcome;
      }
      offered++;
    } while (offered < batch && !generator.mustSettle());
    Outcome outcome = settle();
    if (outcome == Outcome.COMPLETED) {
      generator.onSettled();
      counts.restored(generator.restored());
    }
    return generator.restoredWrongly() ? Outcome.RESTORED_WRONGLY : outcome;
  }

  private Outcome audit() {
    CommandWriter writer = new CommandWriter(dice, knowledge);
    new SettingCommands(dice, knowledge, writer).audit(command);
    Outcome outcome = send();
    return outcome == Outcome.COMPLETED ? settle() : outcome;
  }

  private Outcome send() {
    long number = card.offer(command, 0);
    if (number < 0) {
      return number == Card.FAULTED ? lost() : Outcome.SILENT;
    }
    knowledge.onSent(command);
    return Outcome.COMPLETED;
  }

  private Outcome settle() {
    patience.renew();
    while (knowledge.answered() < knowledge.sent()) {
      int events = card.poll(this, POLL_LIMIT);
      if (events < 0) {
        return lost();
      }
      if (events > 0) {
        patience.renew();
      } else if (patience.isSpent()) {
        return Outcome.SILENT;
      }
    }
    return Outcome.COMPLETED;
  }

  private Outcome lost() {
    return difference().isPresent() ? Outcome.DIFFERENCE : Outcome.FAULTED;
  }

  private Optional<CardDifference> difference() {
    return card instanceof LockstepCard lockstep ? lockstep.difference() : Optional.empty();
  }

  /** Counts an event and learns from it. Called by the card. */
  @Override
  public void onEvent(DirectBuffer event, int offset) {
    int template = header.wrap(event, offset).templateId();
    counts.event(template);
    eventHash = EventBytes.hash(eventHash, event, offset);
    knowledge.onEvent(event, offset);
    endings.onEvent(event, offset);
    boolean refused = template == RejectedDecoder.TEMPLATE_ID;
    if (template == RejectedDecoder.TEMPLATE_ID) {
      rejected.wrap(event, offset, RejectedDecoder.BLOCK_LENGTH, RejectedDecoder.SCHEMA_VERSION);
      counts.reject(knowledge.templateOfOldest(), rejected.reason());
    } else if (template == CancelledDecoder.TEMPLATE_ID) {
      cancelled.wrap(event, offset, CancelledDecoder.BLOCK_LENGTH, CancelledDecoder.SCHEMA_VERSION);
      counts.cancel(cancelled.reason());
    } else if (template == MarginStatusDecoder.TEMPLATE_ID) {
      status.wrap(
          event, offset, MarginStatusDecoder.BLOCK_LENGTH, MarginStatusDecoder.SCHEMA_VERSION);
      counts.status(status.status());
    }
    if (header.wrap(event, offset).flags().last()) {
      onAnswered(refused);
    }
  }

  private void onAnswered(boolean refused) {
    int template = knowledge.templateOfOldest();
    Ending ending = endings.end();
    counts.command(template);
    if (!refused) {
      counts.ending(template, ending);
    }
    knowledge.onAnswered();
  }
}
