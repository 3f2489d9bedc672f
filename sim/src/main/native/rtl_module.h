// What each library of a Verilated RTL module exports: one table of functions. Private to the JNI
// testbench (rtl_jni.cpp calls it, rtl_module.cpp implements it). One thread per instance.
#pragma once

#include <cstdint>

struct rtl_api {
  // A new instance with all inputs 0, not yet evaluated; nullptr if its initial blocks failed, and
  // then error(nullptr) says why.
  void* (*open)();
  void (*close)(void* instance);

  // One line per port: "IN|OUT|INOUT name bits address", the address in decimal.
  const char* (*ports)(void* instance);

  // Settles the outputs. Returns 0, or -1 after a failed check.
  int (*eval)(void* instance);
  // Runs cycles of the clock, each low then high. Returns those run; fewer after a failed check.
  int64_t (*clock)(void* instance, uint8_t* clock, int64_t cycles);

  // Starts a waveform (FST); -1 where the library was built without tracing.
  int (*wave_open)(void* instance, const char* path);
  void (*wave_close)(void* instance);

  // Text of the last failed check on this thread.
  const char* (*error)(void* instance);
};

extern "C" __attribute__((visibility("default"))) const rtl_api* lockstep_rtl_api();
