// The Verilated card behind lockstep_card.h: the model, the bus round it, and the clock.
#include "lockstep_card.h"

#include <memory>
#include <string>

#include "Vlockstep_card.h"
#include "card.hpp"
#include "card_bus.h"
#include "kernel_probe.h"
#include "card_wave.h"
#include "verilated.h"
#include "verilated_hooks.h"
#if VM_COVERAGE
#include "verilated_cov.h"
#endif

#define EXPORT __attribute__((visibility("default")))

namespace {

using namespace lockstep;

// As many as the card's 16 address bits reach.
constexpr uint32_t REGISTER_BYTES = 0x1'0000;
constexpr int RESET_CYCLES = 4;
// A window write may wait until the memories are cleared after a reset.
constexpr int ACCESS_CYCLES_MAX = 4'000'000;
constexpr uint32_t ALL_ONES = 0xFFFF'FFFF;

thread_local std::string open_error;

}  // namespace

struct lockstep_card {
  explicit lockstep_card(uint32_t ring_slots) : ring(ring_slots) {
    context.threads(1);  // else it starts threads that do nothing
    context.traceEverOn(VM_TRACE);
    model = std::make_unique<Vlockstep_card>(&context, "TOP");
    model->rst_i = 1;
    for (int i = 0; i < RESET_CYCLES; i++) cycle();
    model->rst_i = 0;
    const uint32_t ring_block = find_block(card::event_ring_block::ID);
    control_register = ring_block + card::event_ring_block::CONTROL;
    head_register = ring_block + card::event_ring_block::HEAD;
    const uint32_t capacity = find_block(card::capacity_block::ID);
    window = WindowPort(read(capacity + card::capacity_block::WINDOW_SLOTS));
  }

  ~lockstep_card() {
    enter();
    wave.close();
    model->final();
  }

  // Verilator's runtime works on the context that the thread used last: with several models in a
  // process, perhaps one of another model, and perhaps freed.
  void enter() { Verilated::threadContextp(&context); }

  void cycle() {
    if (wave.is_wanted()) wave.follow(*model, window.sent(), ring.answered());
    registers.drive(*model);
    window.drive(*model);
    ring.drive(*model);
    eval(0);
    registers.sample(*model);
    window.sample(*model, cycles);
    if (ring.sample(*model, cycles)) {
      window_to_event_cycles = static_cast<uint32_t>(
          ring.first_byte_cycle() - window.last_byte_cycle(ring.answered() - 1));
    }
    probe.sample(*model, cycles);
    eval(1);
    cycles++;
  }

  void eval(uint8_t clock) {
    model->clk_i = clock;
    model->eval();
    wave.dump(context);
  }

  uint32_t read(uint32_t address) {
    registers.start_read(address);
    finish_access();
    return registers.value();
  }

  void write(uint32_t address, uint32_t value) {
    // Posted writes keep their order on the bus: what is in the window goes first.
    run_while([this] { return window.is_waiting(); }, "the window takes no command");
    registers.start_write(address, value);
    finish_access();
    if (address == head_register) ring.taken(value);
    if (address != control_register) return;
    // The card forgets all sequences with the reset, and has ended its writes when it is enabled.
    if (value & card::ring_control::RESET) window.restart();
    if (value & card::ring_control::ENABLE) ring.restart();
  }

  void write_window(uint32_t offset, const uint8_t* data, uint32_t bytes) {
    if (offset >= window.bytes() || bytes > window.bytes() - offset) return;
    const auto is_busy = [this] { return window.is_active(); };
    while (bytes > 0) {
      run_while(is_busy, "the window takes no write");
      const size_t taken = window.start_write(offset, data, bytes);
      offset += taken;
      data += taken;
      bytes -= taken;
    }
    run_while(is_busy, "the window takes no write");
  }

  void finish_access() {
    run_while([this] { return registers.busy(); }, "a register access got no answer");
  }

  template <typename Condition>
  void run_while(Condition condition, const char* when_stuck) {
    for (int i = 0; condition(); i++) {
      if (i == ACCESS_CYCLES_MAX) throw RtlFailure(when_stuck);
      cycle();
    }
  }

  uint32_t find_block(uint16_t type) {
    uint32_t offset = 0;
    do {
      if ((read(offset) & 0xFFFF) == type) return offset;
      offset = read(offset + card::identity_block::HEADER_NEXT_BYTE);
    } while (offset != 0 && offset < REGISTER_BYTES);
    throw RtlFailure("the card has no register block of type " + std::to_string(type));
  }

  bool is_answered() const { return ring.answered() == window.sent() && !window.is_waiting(); }

  int64_t step(int64_t max_cycles) {
    const uint64_t start = cycles;
    const uint64_t answered = ring.answered();
    const auto is_done = [&] {
      if (ring.is_full()) return true;
      return ring.answered() != answered ? probe.is_ready() : is_answered();
    };
    while (!is_done() && cycles - start < static_cast<uint64_t>(max_cycles)) cycle();
    return static_cast<int64_t>(cycles - start);
  }

  // Runs `work` unless the card is lost; a failed check loses it.
  template <typename Result, typename Work>
  Result guarded(Result when_lost, Work work) {
    if (!error.empty()) return when_lost;
    enter();
    try {
      return work();
    } catch (const std::exception& failure) {
      error = "cycle " + std::to_string(cycles) + ": " + failure.what();
      wave.close();
      return when_lost;
    }
  }

  VerilatedContext context;
  std::unique_ptr<Vlockstep_card> model;
  RegisterPort registers;
  WindowPort window{1};
  RingPort ring;
  KernelProbe probe;
  CardWave wave;
  uint32_t control_register = ALL_ONES;
  uint32_t head_register = ALL_ONES;
  uint64_t cycles = 0;
  uint32_t window_to_event_cycles = 0;
  std::string error;
};

extern "C" {

EXPORT lockstep_card* lockstep_card_open(uint32_t ring_slots) {
  try {
    open_error.clear();
    return new lockstep_card(ring_slots);
  } catch (const std::exception& failure) {
    open_error = failure.what();
    return nullptr;
  }
}

EXPORT void lockstep_card_close(lockstep_card* card) { delete card; }

EXPORT uint32_t lockstep_card_register_bytes(lockstep_card*) { return REGISTER_BYTES; }

EXPORT uint32_t lockstep_card_window_bytes(lockstep_card* card) {
  return static_cast<uint32_t>(card->window.bytes());
}

EXPORT uint32_t lockstep_card_register_read(lockstep_card* card, uint32_t byte_offset) {
  return card->guarded(ALL_ONES, [=] { return card->read(byte_offset); });
}

EXPORT void lockstep_card_register_write(lockstep_card* card, uint32_t byte_offset,
                                         uint32_t value) {
  card->guarded(0, [=] {
    card->write(byte_offset, value);
    return 0;
  });
}

EXPORT void* lockstep_card_window(lockstep_card* card) { return card->window.memory(); }

EXPORT void* lockstep_card_event_ring(lockstep_card* card) { return card->ring.memory(); }

EXPORT uint64_t lockstep_card_event_ring_bus_address(lockstep_card*) {
  return RingPort::BUS_ADDRESS;
}

EXPORT int lockstep_card_window_write(lockstep_card* card, uint32_t byte_offset, const void* data,
                                      uint32_t bytes) {
  return card->guarded(-1, [=] {
    card->write_window(byte_offset, static_cast<const uint8_t*>(data), bytes);
    return 0;
  });
}

EXPORT void lockstep_card_place_event_ring(lockstep_card* card, uint64_t bus_address, void* memory,
                                           uint32_t ring_slots) {
  card->ring.place(bus_address, static_cast<uint8_t*>(memory), ring_slots);
}

EXPORT int64_t lockstep_card_step(lockstep_card* card, int64_t max_cycles) {
  return card->guarded(int64_t{-1}, [=] { return card->step(max_cycles); });
}

EXPORT uint64_t lockstep_card_cycles(lockstep_card* card) { return card->cycles; }

EXPORT uint32_t lockstep_card_window_to_event_cycles(lockstep_card* card) {
  return card->window_to_event_cycles;
}

EXPORT uint32_t lockstep_card_kernel_to_event_cycles(lockstep_card* card) {
  return card->probe.to_event_cycles();
}

EXPORT uint32_t lockstep_card_kernel_to_ready_cycles(lockstep_card* card) {
  return card->probe.to_ready_cycles();
}

EXPORT uint32_t lockstep_card_gate_cycles(lockstep_card* card) {
  return card->probe.gate_cycles();
}

EXPORT uint32_t lockstep_card_gate_to_start_cycles(lockstep_card* card) {
  return card->probe.to_start_cycles();
}

EXPORT int lockstep_card_wave(lockstep_card* card, const char* path, uint64_t from, uint64_t to) {
  card->enter();
  return card->wave.want(path, from, to) ? 0 : -1;
}

EXPORT int lockstep_card_coverage(lockstep_card* card, const char* path) {
#if VM_COVERAGE
  card->enter();
  card->context.coveragep()->write(path);
  return 0;
#else
  (void)card;
  (void)path;
  return -1;
#endif
}

EXPORT const char* lockstep_card_error(lockstep_card* card) {
  return card == nullptr ? open_error.c_str() : card->error.c_str();
}

}  // extern "C"
