// The bus round the Verilated card: three AXI ports, each half of a bridge. In every cycle `drive`
// sets the card's inputs, the model settles, and `sample` takes the transfers of the coming edge.
#pragma once

#include <algorithm>
#include <cstdint>
#include <cstdlib>
#include <cstring>
#include <string>
#include <utility>
#include <vector>

#include "Vlockstep_card.h"
#include "card.hpp"
#include "verilated_hooks.h"

namespace lockstep {

constexpr size_t SLOT_BYTES = 64;

// Registers (AXI4-Lite, the bridge is master): one access at a time.
class RegisterPort {
 public:
  void start_read(uint32_t address) {
    address_ = address;
    address_pending_ = true;
    busy_ = true;
    writing_ = false;
  }

  void start_write(uint32_t address, uint32_t value) {
    address_ = address;
    value_ = value;
    address_pending_ = data_pending_ = true;
    busy_ = true;
    writing_ = true;
  }

  bool busy() const { return busy_; }
  uint32_t value() const { return value_; }

  void drive(Vlockstep_card& card) const {
    card.s_axil_araddr_i = address_;
    card.s_axil_arvalid_i = address_pending_ && !writing_;
    card.s_axil_rready_i = 1;
    card.s_axil_awaddr_i = address_;
    card.s_axil_awvalid_i = address_pending_ && writing_;
    card.s_axil_wdata_i = value_;
    card.s_axil_wstrb_i = 0xF;
    card.s_axil_wvalid_i = data_pending_;
    card.s_axil_bready_i = 1;
  }

  void sample(const Vlockstep_card& card) {
    if (!busy_) return;
    if (card.s_axil_arvalid_i && card.s_axil_arready_o) address_pending_ = false;
    if (card.s_axil_awvalid_i && card.s_axil_awready_o) address_pending_ = false;
    if (card.s_axil_wvalid_i && card.s_axil_wready_o) data_pending_ = false;
    if (card.s_axil_bvalid_o) busy_ = false;
    if (card.s_axil_rvalid_o) {
      value_ = card.s_axil_rdata_o;
      busy_ = false;
    }
  }

 private:
  uint32_t address_ = 0;
  uint32_t value_ = 0;
  bool busy_ = false;
  bool writing_ = false;
  bool address_pending_ = false;
  bool data_pending_ = false;
};

// Command window (AXI4, the bridge is master). Carries over the slots of `memory`, each as its
// sequence comes up; or else the bytes that `start_write` names. Keeps account of the bytes that went
// over, as the card does, so that it knows which commands the card has whole.
class WindowPort {
 public:
  static constexpr size_t BEAT_BYTES = sizeof std::declval<Vlockstep_card&>().s_axi_wdata_i;

  explicit WindowPort(size_t slots) : memory_(slots * SLOT_BYTES), arrived_(slots) { restart(); }

  uint8_t* memory() { return memory_.data(); }
  size_t bytes() const { return memory_.size(); }
  size_t slots() const { return arrived_.size(); }

  // Commands that were carried over whole, and whether anything is on its way or waits.
  uint64_t sent() const { return sent_; }
  bool is_waiting() const { return active_ || is_offered(); }
  bool is_active() const { return active_; }

  // Cycle in which the last byte of a command was taken.
  uint64_t last_byte_cycle(uint64_t command) const { return slot_of(command).last_byte_cycle; }

  // Command numbers start at 0 again; no slot holds a sequence that could come there.
  void restart() {
    sent_ = 0;
    active_ = address_pending_ = false;
    for (size_t slot = 0; slot < slots(); slot++) {
      const uint32_t never = ~static_cast<uint32_t>(slot);
      std::memcpy(&memory_[slot * SLOT_BYTES + SEQUENCE], &never, SEQUENCE_BYTES);
      arrived_[slot] = {};
    }
  }

  // Carries over what fits in one beat: answers how many bytes. Not while active.
  size_t start_write(size_t offset, const uint8_t* data, size_t bytes) {
    const size_t lane = offset % BEAT_BYTES;
    const size_t length = std::min(bytes, BEAT_BYTES - lane);
    start(offset - lane, BEAT_BYTES);
    std::memcpy(&data_[lane], data, length);
    strobe_ = ones(length) << lane;
    return length;
  }

  void drive(Vlockstep_card& card) {
    if (!active_ && is_offered()) {
      const size_t offset = sent_ % slots() * SLOT_BYTES;
      start(offset, SLOT_BYTES);
      std::memcpy(data_, &memory_[offset], SLOT_BYTES);
      strobe_ = ~uint64_t{0};
    }
    card.s_axi_awvalid_i = address_pending_;
    card.s_axi_awaddr_i = address_;
    card.s_axi_awsize_i = __builtin_ctz(BEAT_BYTES);
    card.s_axi_awburst_i = 1;
    card.s_axi_wvalid_i = active_ && written_ != burst_;
    if (card.s_axi_wvalid_i) {
      const uint64_t strobe = strobe_ >> written_ & ones(BEAT_BYTES);
      std::memcpy(&card.s_axi_wdata_i, &data_[written_], BEAT_BYTES);
      std::memcpy(&card.s_axi_wstrb_i, &strobe, sizeof card.s_axi_wstrb_i);
      card.s_axi_wlast_i = written_ + BEAT_BYTES == burst_;
    }
    card.s_axi_bready_i = 1;
  }

  void sample(const Vlockstep_card& card, uint64_t cycle) {
    if (card.s_axi_awvalid_i && card.s_axi_awready_o) address_pending_ = false;
    if (card.s_axi_wvalid_i && card.s_axi_wready_o) written_ += BEAT_BYTES;
    if (active_ && written_ == burst_ && !address_pending_) {
      active_ = false;
      arrive(cycle);
    }
    if (card.s_axi_bvalid_o && card.s_axi_bresp_o != 0) {
      throw RtlFailure("the card refused a write to its window");
    }
  }

 private:
  static constexpr size_t SEQUENCE = card::barrier::HEADER_WINDOW_SEQUENCE;
  static constexpr size_t SEQUENCE_BYTES = 4;
  static constexpr uint64_t WHOLE = ~uint64_t{0};

  // What came of a slot since the card freed it.
  struct Arrived {
    uint64_t bytes = 0;
    uint8_t sequence[SEQUENCE_BYTES] = {};
    uint64_t last_byte_cycle = 0;
  };

  static uint64_t ones(size_t count) {
    return count == 64 ? WHOLE : (uint64_t{1} << count) - 1;
  }

  const Arrived& slot_of(uint64_t command) const { return arrived_[command % slots()]; }

  bool is_offered() const {
    uint32_t sequence;
    std::memcpy(&sequence, &memory_[sent_ % slots() * SLOT_BYTES + SEQUENCE], SEQUENCE_BYTES);
    return sequence == static_cast<uint32_t>(sent_);
  }

  void start(size_t address, size_t bytes) {
    address_ = address;
    burst_ = bytes;
    written_ = 0;
    active_ = address_pending_ = true;
  }

  // The burst went over: counts the commands that are whole now, in the order of their sequence.
  void arrive(uint64_t cycle) {
    Arrived& slot = arrived_[address_ / SLOT_BYTES];
    const size_t first = address_ % SLOT_BYTES;
    slot.bytes |= strobe_ << first;
    slot.last_byte_cycle = cycle;
    for (size_t byte = 0; byte < SEQUENCE_BYTES; byte++) {
      const size_t lane = SEQUENCE + byte - first;
      if (lane < burst_ && strobe_ >> lane & 1) slot.sequence[byte] = data_[lane];
    }
    while (slot_of(sent_).bytes == WHOLE) {
      Arrived& whole = arrived_[sent_ % slots()];
      uint32_t sequence;
      std::memcpy(&sequence, whole.sequence, SEQUENCE_BYTES);
      whole.bytes = 0;
      if (sequence != static_cast<uint32_t>(sent_)) return;  // the card drops it
      sent_++;
    }
  }

  std::vector<uint8_t> memory_;
  std::vector<Arrived> arrived_;
  uint64_t sent_ = 0;
  // The burst on its way: up to a slot.
  size_t address_ = 0;
  uint8_t data_[SLOT_BYTES] = {};
  uint64_t strobe_ = 0;
  size_t burst_ = 0;
  size_t written_ = 0;
  bool active_ = false;
  bool address_pending_ = false;
};

// Event ring (AXI4, the card is master): host memory that takes the card's writes, its own unless it
// is given another.
class RingPort {
 public:
  static constexpr uint64_t BUS_ADDRESS = 0x1'0000'0000;

  explicit RingPort(size_t slots) : bytes_(slots * SLOT_BYTES) {
    own_memory_ = static_cast<uint8_t*>(std::aligned_alloc(4096, (bytes_ + 4095) & ~size_t{4095}));
    std::memset(own_memory_, 0, bytes_);
    memory_ = own_memory_;
  }
  ~RingPort() { std::free(own_memory_); }
  RingPort(const RingPort&) = delete;

  uint8_t* memory() { return memory_; }

  // From now on the ring is at that address of the bus, and lies in that memory.
  void place(uint64_t bus_address, uint8_t* memory, size_t slots) {
    bus_address_ = bus_address;
    memory_ = memory;
    bytes_ = slots * SLOT_BYTES;
  }

  // The host has taken so many events. While the ring is full, the card waits for it.
  void taken(uint32_t head) { head_ = head; }
  bool is_full() const { return written_ - head_ == bytes_ / SLOT_BYTES; }

  // Commands whose last event has arrived.
  uint64_t answered() const { return answered_; }
  // Cycle in which the first byte of the first event of the command last answered arrived.
  uint64_t first_byte_cycle() const { return answered_first_byte_cycle_; }

  void restart() {
    answered_ = 0;
    written_ = head_ = 0;
    at_first_byte_ = true;
  }

  void drive(Vlockstep_card& card) const {
    card.m_axi_awready_i = addresses_written_ - addresses_used_ < ADDRESSES;
    card.m_axi_wready_i = !beat_held_;
    card.m_axi_bvalid_i = responses_ > 0;
    card.m_axi_bresp_i = 0;
  }

  // True if the last event of a command arrived.
  bool sample(const Vlockstep_card& card, uint64_t cycle) {
    const uint64_t answered = answered_;
    if (card.m_axi_bvalid_i && card.m_axi_bready_o) responses_--;
    if (card.m_axi_awvalid_o && card.m_axi_awready_i) {
      addresses_[addresses_written_++ % ADDRESSES] = card.m_axi_awaddr_o;
    }
    if (card.m_axi_wvalid_o && card.m_axi_wready_i) {
      std::memcpy(beat_, &card.m_axi_wdata_o, sizeof card.m_axi_wdata_o);
      std::memcpy(strobes_, &card.m_axi_wstrb_o, sizeof card.m_axi_wstrb_o);
      is_last_ = card.m_axi_wlast_o;
      beat_held_ = true;
      if (at_first_byte_) first_byte_cycle_ = cycle;
      at_first_byte_ = false;
    }
    // Data may come before its address; it waits until then.
    if (beat_held_ && addresses_written_ != addresses_used_) take_beat();
    return answered_ != answered;
  }

 private:
  static constexpr uint32_t ADDRESSES = 4;
  static constexpr size_t BEAT_BYTES = sizeof std::declval<Vlockstep_card&>().m_axi_wdata_o;

  void take_beat() {
    constexpr size_t beat = BEAT_BYTES;
    uint64_t& address = addresses_[addresses_used_ % ADDRESSES];
    const uint64_t offset = (address - bus_address_) & ~uint64_t{beat - 1};
    if (address < bus_address_ || offset + beat > bytes_) {
      throw RtlFailure("the card wrote to bus address " + std::to_string(address) +
                       ", outside the event ring");
    }
    store(offset);
    beat_held_ = false;
    address += beat;
    if (is_last_) {
      addresses_used_++;
      responses_++;
    }
    if ((offset + beat) % SLOT_BYTES == 0) event_arrived(offset / SLOT_BYTES * SLOT_BYTES);
  }

  // The event's sequence comes last, and whole: another thread or process may read the memory.
  void store(size_t offset) {
    constexpr size_t last_word = BEAT_BYTES - 4;
    for (size_t byte = 0; byte < last_word; byte++) {
      if (is_written(byte)) memory_[offset + byte] = beat_[byte];
    }
    uint32_t* target = reinterpret_cast<uint32_t*>(&memory_[offset + last_word]);
    uint32_t word = *target;
    for (size_t byte = 0; byte < 4; byte++) {
      if (is_written(last_word + byte)) {
        reinterpret_cast<uint8_t*>(&word)[byte] = beat_[last_word + byte];
      }
    }
    __atomic_store_n(target, word, __ATOMIC_RELEASE);
  }

  bool is_written(size_t byte) const { return strobes_[byte / 8] >> byte % 8 & 1; }

  void event_arrived(size_t slot) {
    written_++;
    if (memory_[slot + card::done::HEADER_FLAGS] & card::event_flags::LAST) {
      answered_++;
      answered_first_byte_cycle_ = first_byte_cycle_;
      at_first_byte_ = true;
    }
  }

  size_t bytes_;
  uint64_t bus_address_ = BUS_ADDRESS;
  uint8_t* memory_;
  uint8_t* own_memory_;
  uint64_t addresses_[ADDRESSES] = {};
  uint32_t addresses_written_ = 0;
  uint32_t addresses_used_ = 0;
  uint8_t beat_[SLOT_BYTES] = {};
  uint8_t strobes_[SLOT_BYTES / 8] = {};
  bool is_last_ = false;
  bool beat_held_ = false;
  uint32_t responses_ = 0;
  uint32_t written_ = 0;
  uint32_t head_ = 0;
  uint64_t answered_ = 0;
  uint64_t first_byte_cycle_ = 0;
  uint64_t answered_first_byte_cycle_ = 0;
  bool at_first_byte_ = true;
};

}  // namespace lockstep
