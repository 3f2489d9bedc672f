package io.lockstep.host.card;

import io.lockstep.driver.Card;
import io.lockstep.driver.CommandWriter;
import io.lockstep.driver.StateHash;
import io.lockstep.host.direct.CommandRun;
import io.lockstep.host.direct.CommandRun.State;
import io.lockstep.host.engine.CardLoading;
import io.lockstep.host.engine.Engine;
import io.lockstep.host.machine.MachineJob;
import io.lockstep.host.machine.MachineResult;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import org.agrona.CloseHelper;
import org.agrona.DirectBuffer;

/**
 * Changes the card while the appliance runs. The new one is opened while the old one works on. Then
 * the engine takes no messages until it has come to rest, the old card is audited, the new one is
 * loaded from the host and audited, and runs if both hold the same; else all stays. A card that is
 * to be loaded anew is reset in its place; if it fails, it counts as lost. Engine thread.
 */
public final class CardChange implements MachineJob {
  private enum Step {
    OPEN,
    REST,
    AUDIT_OLD,
    LOAD,
    AUDIT_NEW
  }

  private static final Optional<MachineResult> GOES_ON = Optional.empty();

  private final String name;
  private final Engine engine;
  private final CardRack rack;
  private final boolean isAnew;
  private final CompletableFuture<Card> opening;
  private final StateHash oldHash = new StateHash();
  private final StateHash newHash = new StateHash();
  private Step step = Step.OPEN;
  private Card next;
  private CommandRun audit;
  private CardLoading loading;
  private boolean holds;

  /**
   * @param name of the card that shall run; that of the card that runs: it is loaded anew.
   */
  public CardChange(String name, Engine engine, CardRack rack) {
    this.name = name;
    this.engine = engine;
    this.rack = rack;
    isAnew = name.equals(rack.name());
    opening =
        isAnew
            ? CompletableFuture.completedFuture(rack.card())
            : CompletableFuture.supplyAsync(() -> rack.open(name), CardChange::onOwnThread);
  }

  /** A card may take seconds to open, which the appliance does not wait for. */
  private static void onOwnThread(Runnable open) {
    Thread thread = new Thread(open, "card-opener");
    thread.setDaemon(true);
    thread.start();
  }

  @Override
  public Optional<MachineResult> work() {
    return switch (step) {
      case OPEN -> open();
      case REST -> rest();
      case AUDIT_OLD -> auditOld();
      case LOAD -> load();
      case AUDIT_NEW -> auditNew();
    };
  }

  private Optional<MachineResult> open() {
    if (!opening.isDone()) {
      return GOES_ON;
    }
    try {
      next = opening.join();
    } catch (RuntimeException e) {
      return failed(String.valueOf(e.getCause() == null ? e : e.getCause().getMessage()));
    }
    Optional<String> unlike = next.description().unlike(engine.card().description());
    if (unlike.isPresent()) {
      return failed("it holds other than the card that runs: " + unlike.get());
    }
    engine.hold();
    holds = true;
    step = Step.REST;
    return GOES_ON;
  }

  private Optional<MachineResult> rest() {
    if (isAnew && engine.card() != next) {
      return failed("it was lost meanwhile, and is replaced");
    }
    if (engine.isIdle()) {
      audit = audit(engine.card(), oldHash);
      step = Step.AUDIT_OLD;
    }
    return GOES_ON;
  }

  private static CommandRun audit(Card card, StateHash hash) {
    CommandWriter writer = new CommandWriter();
    writer.auditAll(card.description());
    return new CommandRun(card, once(writer.command()), hash);
  }

  private static Supplier<DirectBuffer> once(DirectBuffer command) {
    DirectBuffer[] left = {command};
    return () -> {
      DirectBuffer given = left[0];
      left[0] = null;
      return given;
    };
  }

  private Optional<MachineResult> auditOld() {
    State state = audit.work();
    if (state == State.LOST) {
      String why = engine.card().failure();
      engine.giveUpCard();
      return failed("the card that runs was lost meanwhile: " + why);
    }
    if (state == State.DONE) {
      try {
        if (isAnew) {
          next.reset();
        }
      } catch (RuntimeException e) {
        return failedLoad(e.getMessage());
      }
      loading = new CardLoading(engine.loader(), next);
      step = Step.LOAD;
    }
    return GOES_ON;
  }

  private Optional<MachineResult> load() {
    State state = loading.work();
    if (state == State.LOST) {
      return failedLoad("it was lost while it was loaded: " + next.failure());
    }
    if (loading.refusal().isPresent()) {
      return failedLoad("it refuses what the host knows: " + loading.refusal().get());
    }
    if (state == State.DONE) {
      audit = audit(next, newHash);
      step = Step.AUDIT_NEW;
    }
    return GOES_ON;
  }

  private Optional<MachineResult> auditNew() {
    State state = audit.work();
    if (state == State.LOST) {
      return failedLoad("it was lost while it was audited: " + next.failure());
    }
    if (state == State.RUNNING) {
      return GOES_ON;
    }
    if (newHash.value() != oldHash.value()) {
      return failedLoad(
          String.format(
              "its state hash is %016x, that of the card that runs %016x",
              newHash.value(), oldHash.value()));
    }
    return done();
  }

  private Optional<MachineResult> done() {
    String before = rack.name();
    engine.changeCard(next);
    rack.change(name, next);
    release();
    String how = isAnew ? "was loaded anew" : "runs, in place of " + before;
    return Optional.of(
        MachineResult.done(
            String.format(
                "%s %s; state hash %016x over %d lines",
                name, how, newHash.value(), newHash.lines())));
  }

  /** A card that was reset in its place cannot go on: it is lost. */
  private Optional<MachineResult> failedLoad(String why) {
    if (isAnew) {
      rack.blame(why);
      engine.giveUpCard();
    }
    return failed(why);
  }

  private Optional<MachineResult> failed(String why) {
    if (!isAnew) {
      CloseHelper.quietClose(next);
    }
    release();
    return Optional.of(MachineResult.failed("card " + name + ": " + why));
  }

  private void release() {
    if (holds) {
      holds = false;
      engine.release();
    }
  }

  /** What is still being opened is closed once it is open. */
  @Override
  public void close() {
    if (!isAnew) {
      opening.thenAccept(Card::close);
    }
  }
}
