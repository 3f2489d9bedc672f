// What Java binds to by JNA: each card says which library it comes from, so that cards of several
// builds (plain, traced, with a planted fault) run in one process. Passes each call on.
#include <dlfcn.h>

#include <string>

#include "lockstep_card.h"

#define EXPORT extern "C" __attribute__((visibility("default")))

namespace {

thread_local std::string load_error;

// The functions of lockstep_card.h, as one library has them.
struct Library {
  decltype(&lockstep_card_open) open;
  decltype(&lockstep_card_close) close;
  decltype(&lockstep_card_register_bytes) register_bytes;
  decltype(&lockstep_card_window_bytes) window_bytes;
  decltype(&lockstep_card_register_read) register_read;
  decltype(&lockstep_card_register_write) register_write;
  decltype(&lockstep_card_window) window;
  decltype(&lockstep_card_event_ring) event_ring;
  decltype(&lockstep_card_event_ring_bus_address) event_ring_bus_address;
  decltype(&lockstep_card_window_write) window_write;
  decltype(&lockstep_card_place_event_ring) place_event_ring;
  decltype(&lockstep_card_step) step;
  decltype(&lockstep_card_cycles) cycles;
  decltype(&lockstep_card_window_to_event_cycles) window_to_event_cycles;
  decltype(&lockstep_card_kernel_to_event_cycles) kernel_to_event_cycles;
  decltype(&lockstep_card_kernel_to_ready_cycles) kernel_to_ready_cycles;
  decltype(&lockstep_card_gate_cycles) gate_cycles;
  decltype(&lockstep_card_gate_to_start_cycles) gate_to_start_cycles;
  decltype(&lockstep_card_wave) wave;
  decltype(&lockstep_card_coverage) coverage;
  decltype(&lockstep_card_error) error;
};

struct LoadedCard {
  Library library;
  lockstep_card* card;
};

LoadedCard* of(int64_t handle) { return reinterpret_cast<LoadedCard*>(handle); }

template <typename Function>
bool find(void* loaded, const char* name, Function& function) {
  function = reinterpret_cast<Function>(dlsym(loaded, name));
  return function != nullptr;
}

bool find_all(void* loaded, Library& library) {
  return find(loaded, "lockstep_card_open", library.open) &&
         find(loaded, "lockstep_card_close", library.close) &&
         find(loaded, "lockstep_card_register_bytes", library.register_bytes) &&
         find(loaded, "lockstep_card_window_bytes", library.window_bytes) &&
         find(loaded, "lockstep_card_register_read", library.register_read) &&
         find(loaded, "lockstep_card_register_write", library.register_write) &&
         find(loaded, "lockstep_card_window", library.window) &&
         find(loaded, "lockstep_card_event_ring", library.event_ring) &&
         find(loaded, "lockstep_card_event_ring_bus_address", library.event_ring_bus_address) &&
         find(loaded, "lockstep_card_window_write", library.window_write) &&
         find(loaded, "lockstep_card_place_event_ring", library.place_event_ring) &&
         find(loaded, "lockstep_card_step", library.step) &&
         find(loaded, "lockstep_card_cycles", library.cycles) &&
         find(loaded, "lockstep_card_window_to_event_cycles", library.window_to_event_cycles) &&
         find(loaded, "lockstep_card_kernel_to_event_cycles", library.kernel_to_event_cycles) &&
         find(loaded, "lockstep_card_kernel_to_ready_cycles", library.kernel_to_ready_cycles) &&
         find(loaded, "lockstep_card_gate_cycles", library.gate_cycles) &&
         find(loaded, "lockstep_card_gate_to_start_cycles", library.gate_to_start_cycles) &&
         find(loaded, "lockstep_card_wave", library.wave) &&
         find(loaded, "lockstep_card_coverage", library.coverage) &&
         find(loaded, "lockstep_card_error", library.error);
}

}  // namespace

// A handle, or 0: card_loader_error(0) says why. Libraries stay loaded until the process ends.
EXPORT int64_t card_loader_open(const char* path, uint32_t ring_slots) {
  Library library;
  void* loaded = dlopen(path, RTLD_NOW | RTLD_LOCAL);
  if (loaded == nullptr || !find_all(loaded, library)) {
    load_error = dlerror();
    return 0;
  }
  lockstep_card* card = library.open(ring_slots);
  if (card == nullptr) {
    load_error = library.error(nullptr);
    return 0;
  }
  return reinterpret_cast<int64_t>(new LoadedCard{library, card});
}

EXPORT void card_loader_close(int64_t handle) {
  of(handle)->library.close(of(handle)->card);
  delete of(handle);
}

EXPORT int32_t card_loader_register_bytes(int64_t handle) {
  return static_cast<int32_t>(of(handle)->library.register_bytes(of(handle)->card));
}

EXPORT int32_t card_loader_window_bytes(int64_t handle) {
  return static_cast<int32_t>(of(handle)->library.window_bytes(of(handle)->card));
}

EXPORT int32_t card_loader_register_read(int64_t handle, int32_t byte_offset) {
  return static_cast<int32_t>(of(handle)->library.register_read(of(handle)->card, byte_offset));
}

EXPORT void card_loader_register_write(int64_t handle, int32_t byte_offset, int32_t value) {
  of(handle)->library.register_write(of(handle)->card, byte_offset, value);
}

EXPORT int64_t card_loader_window(int64_t handle) {
  return reinterpret_cast<int64_t>(of(handle)->library.window(of(handle)->card));
}

EXPORT int64_t card_loader_event_ring(int64_t handle) {
  return reinterpret_cast<int64_t>(of(handle)->library.event_ring(of(handle)->card));
}

EXPORT int64_t card_loader_event_ring_bus_address(int64_t handle) {
  return static_cast<int64_t>(of(handle)->library.event_ring_bus_address(of(handle)->card));
}

EXPORT int32_t card_loader_window_write(int64_t handle, int32_t byte_offset, int64_t data,
                                        int32_t bytes) {
  return of(handle)->library.window_write(of(handle)->card, byte_offset,
                                          reinterpret_cast<const void*>(data), bytes);
}

EXPORT void card_loader_place_event_ring(int64_t handle, int64_t bus_address, int64_t memory,
                                         int32_t ring_slots) {
  of(handle)->library.place_event_ring(of(handle)->card, bus_address,
                                       reinterpret_cast<void*>(memory), ring_slots);
}

EXPORT int64_t card_loader_step(int64_t handle, int64_t max_cycles) {
  return of(handle)->library.step(of(handle)->card, max_cycles);
}

EXPORT int64_t card_loader_cycles(int64_t handle) {
  return static_cast<int64_t>(of(handle)->library.cycles(of(handle)->card));
}

EXPORT int32_t card_loader_window_to_event_cycles(int64_t handle) {
  return static_cast<int32_t>(of(handle)->library.window_to_event_cycles(of(handle)->card));
}

EXPORT int32_t card_loader_kernel_to_event_cycles(int64_t handle) {
  return static_cast<int32_t>(of(handle)->library.kernel_to_event_cycles(of(handle)->card));
}

EXPORT int32_t card_loader_kernel_to_ready_cycles(int64_t handle) {
  return static_cast<int32_t>(of(handle)->library.kernel_to_ready_cycles(of(handle)->card));
}

EXPORT int32_t card_loader_gate_cycles(int64_t handle) {
  return static_cast<int32_t>(of(handle)->library.gate_cycles(of(handle)->card));
}

EXPORT int32_t card_loader_gate_to_start_cycles(int64_t handle) {
  return static_cast<int32_t>(of(handle)->library.gate_to_start_cycles(of(handle)->card));
}

EXPORT int32_t card_loader_wave(int64_t handle, const char* path, int64_t from, int64_t to) {
  return of(handle)->library.wave(of(handle)->card, path, from, to);
}

EXPORT int32_t card_loader_coverage(int64_t handle, const char* path) {
  return of(handle)->library.coverage(of(handle)->card, path);
}

EXPORT const char* card_loader_error(int64_t handle) {
  return handle == 0 ? load_error.c_str() : of(handle)->library.error(of(handle)->card);
}
