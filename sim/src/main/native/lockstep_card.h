// C ABI of the Verilated card: what a PCIe device gives its driver, as function calls.
//
// The driver sees BAR 0 through register_read and register_write, BAR 2 and the event ring as plain
// memory. A command is in the window once its 64 bytes are there, its window sequence last. The
// clock runs only inside lockstep_card_step, register_read and register_write, so equal calls give
// equal cycles. One thread per card; cards are independent of each other.
//
//   lockstep_card* card = lockstep_card_open(1024);
//   uint32_t magic = lockstep_card_register_read(card, 8);       // walk the blocks, reset, enable
//   memcpy(window + 64 * slot, command, 64);                     // sequence last
//   while (lockstep_card_step(card, 10000) > 0) { ... }          // events are in the ring now
//
// After a failed check of the RTL, or a write of the card to where it may not, the card is lost:
// step answers -1, registers read as all ones, lockstep_card_error says why.
#pragma once

#include <stdint.h>

#ifdef __cplusplus
extern "C" {
#endif

typedef struct lockstep_card lockstep_card;

// A card after power-on, or NULL: lockstep_card_error(NULL) says why. ring_slots: events the host's
// ring holds, a power of two.
lockstep_card* lockstep_card_open(uint32_t ring_slots);
void lockstep_card_close(lockstep_card*);

// Bytes of BAR 0 and of BAR 2.
uint32_t lockstep_card_register_bytes(lockstep_card*);
uint32_t lockstep_card_window_bytes(lockstep_card*);

uint32_t lockstep_card_register_read(lockstep_card*, uint32_t byte_offset);
void lockstep_card_register_write(lockstep_card*, uint32_t byte_offset, uint32_t value);

// Window and event ring (ring_slots x 64 bytes), valid until close.
void* lockstep_card_window(lockstep_card*);
void* lockstep_card_event_ring(lockstep_card*);
// Bus address to write to the event ring block's ringBase.
uint64_t lockstep_card_event_ring_bus_address(lockstep_card*);

// Writes to BAR 2 as the bus would, in place of the window's memory: any bytes, in beats of at most
// the bus's width with a strobe for each byte; returns once the card has taken the last beat. So a
// command may come in pieces, and pieces of several commands in any order. Beyond the window's end
// nothing is written. Returns 0, or -1 if the card is lost.
int lockstep_card_window_write(lockstep_card*, uint32_t byte_offset, const void* data,
                               uint32_t bytes);

// Puts the event ring elsewhere: at a bus address of the caller's choice, in memory of the caller's
// that stays valid until close or the next call. Each event's last word is stored last and whole,
// so another process may read there. While the card is disabled.
void lockstep_card_place_event_ring(lockstep_card*, uint64_t bus_address, void* memory,
                                    uint32_t ring_slots);

// Clocks the card until it has written the last event of a command and its kernel is ready again,
// or the event ring is full, or max_cycles have passed; not at all while every command is answered.
// Returns the cycles it ran, or -1 if the card is lost.
int64_t lockstep_card_step(lockstep_card*, int64_t max_cycles);

// Clock cycles since open.
uint64_t lockstep_card_cycles(lockstep_card*);

// Clock cycles that the command most recently answered took: from the window's last byte to the
// first byte of its first event on the bus; and from the cycle in which the kernel took it to its
// first event at the kernel, and until the kernel was ready for the next command. Exact for one
// command in flight; with more, commands wait for each other.
uint32_t lockstep_card_window_to_event_cycles(lockstep_card*);
uint32_t lockstep_card_kernel_to_event_cycles(lockstep_card*);
uint32_t lockstep_card_kernel_to_ready_cycles(lockstep_card*);
// With margin: from the cycle in which the command's operation entered the margin pipe to that of its
// verdict, 0 for a command that was not gated ahead of the matcher; and from the cycle in which it came
// to the gate until the matcher took it. Exact for one command in flight.
uint32_t lockstep_card_gate_cycles(lockstep_card*);
uint32_t lockstep_card_gate_to_start_cycles(lockstep_card*);

// Writes a waveform (FST) from command `from` to the last event of command `to`, counted from 0
// since the card was last reset. Returns 0, or -1 if the file cannot be written or the library was
// built without tracing.
int lockstep_card_wave(lockstep_card*, const char* path, uint64_t from, uint64_t to);

// Writes which lines of the RTL were reached since open, in Verilator's format. Returns 0, or -1 if
// the library was built without coverage.
int lockstep_card_coverage(lockstep_card*, const char* path);

// Text of the last error, "" if none.
const char* lockstep_card_error(lockstep_card*);

#ifdef __cplusplus
}
#endif
