// Measures a command at the kernel port, from the probe outputs of the card.
#pragma once

#include <cstdint>

#include "Vlockstep_card.h"

namespace lockstep {

class KernelProbe {
 public:
  bool is_ready() const { return ready_; }
  uint32_t to_event_cycles() const { return to_event_; }
  uint32_t to_ready_cycles() const { return to_ready_; }
  uint32_t gate_cycles() const { return gate_; }
  uint32_t to_start_cycles() const { return to_start_; }

  void sample(const Vlockstep_card& card, uint64_t cycle) {
    // A command may be taken in the very cycle in which the one before leaves the kernel ready.
    if (!ready_ && card.probe_idle_o) {
      ready_ = true;
      to_ready_ = static_cast<uint32_t>(cycle - taken_cycle_);
    }
    if (before_first_event_ && card.probe_event_o) {
      before_first_event_ = false;
      to_event_ = static_cast<uint32_t>(cycle - taken_cycle_);
    }
    if (card.probe_entered_o) {
      entered_cycle_ = cycle;
      gate_ = 0;
    }
    if (card.probe_gate_o) {
      gate_cycle_ = cycle;
      at_gate_ = true;
    }
    if (at_gate_ && card.probe_verdict_o) {
      gate_ = static_cast<uint32_t>(cycle - gate_cycle_);
      at_gate_ = false;
    }
    if (card.probe_command_o) {
      to_start_ = static_cast<uint32_t>(cycle - entered_cycle_);
      taken_cycle_ = cycle;
      ready_ = false;
      before_first_event_ = true;
    }
  }

 private:
  uint64_t taken_cycle_ = 0;
  uint64_t entered_cycle_ = 0;
  uint64_t gate_cycle_ = 0;
  uint32_t to_event_ = 0;
  uint32_t to_ready_ = 0;
  uint32_t gate_ = 0;
  uint32_t to_start_ = 0;
  bool ready_ = true;
  bool before_first_event_ = false;
  bool at_gate_ = false;
};

}  // namespace lockstep
