// C ABI of the Verilated card: what a PCIe device gives its driver, as function calls.
//
// The driver sees BAR 0 through register_read and register_write, BAR 2 and the event ring as plain
// memory. A command is in the window once its 64 bytes are there, its window sequence last. Nothing
// moves but in lockstep_card_step. One thread per card; cards are independent of each other.
#pragma once

#include <stdint.h>

#ifdef __cplusplus
extern "C" {
#endif

typedef struct lockstep_card lockstep_card;

// A card in reset state, or NULL. ring_slots: events the host's ring holds, a power of two.
lockstep_card* lockstep_card_open(uint32_t ring_slots);
void lockstep_card_close(lockstep_card*);

uint32_t lockstep_card_register_read(lockstep_card*, uint32_t byte_offset);
void lockstep_card_register_write(lockstep_card*, uint32_t byte_offset, uint32_t value);

// Window (window slots x 64 bytes) and event ring (ring_slots x 64 bytes), valid until close.
void* lockstep_card_window(lockstep_card*);
void* lockstep_card_event_ring(lockstep_card*);
// Bus address to write to the event ring block's ringBase.
uint64_t lockstep_card_event_ring_bus_address(lockstep_card*);

// Tells the card that the host has taken `head` events, then clocks it until it has written the last
// event of a command, or has nothing to do, or max_cycles have passed. Returns the cycles it ran, or
// -1 after an assertion of the RTL failed: lockstep_card_error says which.
int64_t lockstep_card_step(lockstep_card*, uint32_t head, int64_t max_cycles);

// Clock cycles since open.
uint64_t lockstep_card_cycles(lockstep_card*);

// From the window's last byte to the first byte of the first event on the bus, in cycles, of the
// command most recently answered.
uint32_t lockstep_card_window_to_event_cycles(lockstep_card*);

// Starts and ends a waveform (FST). Returns 0, or -1 where the library was built without tracing.
int lockstep_card_wave_open(lockstep_card*, const char* path);
void lockstep_card_wave_close(lockstep_card*);

// Text of the last error, "" if none.
const char* lockstep_card_error(lockstep_card*);

#ifdef __cplusplus
}
#endif
