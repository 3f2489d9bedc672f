package io.lockstep.sim.verilated;

import io.lockstep.driver.Card;
import io.lockstep.driver.CardDescription;
import io.lockstep.driver.CardRegisters;
import io.lockstep.driver.CardRequirements;
import io.lockstep.driver.EventHandler;
import io.lockstep.driver.RingCard;
import io.lockstep.sim.rtl.RtlException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.agrona.DirectBuffer;

/**
 * The card's RTL under Verilator, driven through window and ring like hardware. Works inside {@link
 * #poll} only; the same calls give the same cycles. One thread; several may live in one process.
 */
public final class VerilatedCard implements Card {
  private final VerilatedDevice device;
  private final RingCard card;

  private VerilatedCard(VerilatedDevice device, CardRequirements requirements) {
    this.device = device;
    this.card = RingCard.open(device, requirements);
  }

  /** A card of this checkout's RTL, preset {@code sim}, just reset. */
  public static VerilatedCard open() {
    return new Builder().open();
  }

  /** Settings for a card that is to be otherwise. */
  public static Builder builder() {
    return new Builder();
  }

  @Override
  public long offer(DirectBuffer command, int offset) {
    return card.offer(command, offset);
  }

  @Override
  public int poll(EventHandler handler, int limit) {
    return card.poll(handler, limit);
  }

  @Override
  public CardDescription description() {
    return card.description();
  }

  @Override
  public void reset() {
    card.reset();
  }

  @Override
  public Optional<CardRegisters> ownCounters() {
    return card.ownCounters();
  }

  /** Counters and latencies; a read clocks the card. */
  public CardRegisters registers() {
    return card.registers();
  }

  /** Cycle counts and latencies. */
  public VerilatedDevice device() {
    return device;
  }

  /** Why the card is lost, for example the assertion that failed; empty while it is not. */
  @Override
  public String failure() {
    return card.failure();
  }

  @Override
  public void close() {
    card.close();
  }

  /** What card to open. */
  public static final class Builder {
    private Path library;
    private Path rtl;
    private List<String> parameters = List.of();
    private int ringSlots = 32_768;
    private CardRequirements requirements = CardRequirements.NONE;
    private Path waveFile;
    private long waveFrom;
    private long waveTo;

    private Builder() {}

    /** A library from {@link VerilatedCardBuild}; otherwise that of this checkout. */
    public Builder library(Path file) {
      this.library = file;
      return this;
    }

    /** RTL to build the card from, in place of this checkout's; built now, where it is new. */
    public Builder rtl(Path folder) {
      this.rtl = folder;
      return this;
    }

    /**
     * Sizes other than the preset {@code sim}: parameters of lockstep_card.sv, each {@code
     * NAME=VALUE}. The card is built now, where it is new.
     */
    public Builder parameters(List<String> sizes) {
      this.parameters = sizes;
      return this;
    }

    /** Events that the ring holds, a power of two; otherwise 32,768. */
    public Builder ringSlots(int slots) {
      this.ringSlots = slots;
      return this;
    }

    /** What the card must have, or be refused. */
    public Builder requirements(CardRequirements needed) {
      this.requirements = needed;
      return this;
    }

    /**
     * Writes a waveform (FST) of commands {@code from} to {@code to}, counted from 0, both
     * included. Needs a traced library; without {@link #library} it is built first, which takes a
     * minute.
     */
    public Builder wave(Path file, long from, long to) {
      this.waveFile = file;
      this.waveFrom = from;
      this.waveTo = to;
      return this;
    }

    /** Loads the library, resets the card and starts it. */
    public VerilatedCard open() {
      VerilatedDevice device = new VerilatedDevice(library(), ringSlots);
      VerilatedCard card = new VerilatedCard(device, requirements);
      try {
        if (waveFile != null) {
          device.wave(waveFile.toAbsolutePath(), waveFrom, waveTo);
        }
        return card;
      } catch (RtlException e) {
        card.close();
        throw e;
      }
    }

    private Path library() {
      if (library != null) {
        return library;
      }
      if (!parameters.isEmpty()) {
        return VerilatedCardBuild.libraryWith(
            Optional.ofNullable(rtl), parameters, waveFile != null);
      }
      if (rtl != null) {
        return VerilatedCardBuild.libraryOf(rtl, waveFile != null);
      }
      return waveFile == null ? VerilatedCardBuild.library() : VerilatedCardBuild.tracedLibrary();
    }
  }
}
