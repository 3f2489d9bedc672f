// One RTL module behind rtl_module.h. Compiled once per module, with its model (Vdut.h) and the
// list of its ports (ports.inc) in the include path.
#include "rtl_module.h"

#include <cstdio>
#include <memory>
#include <string>

#include "Vdut.h"
#include "verilated.h"
#include "verilated_hooks.h"
#if VM_TRACE
#include "verilated_fst_c.h"
#endif

namespace {

thread_local std::string last_error;

struct Instance {
  // The order matters: the model holds a pointer to its context.
  VerilatedContext context;
  std::unique_ptr<Vdut> model;
  std::string ports;
#if VM_TRACE
  std::unique_ptr<VerilatedFstC> wave;
#endif

  Instance() {
    context.threads(1);  // else it starts threads that do nothing
    context.traceEverOn(VM_TRACE);
    model = std::make_unique<Vdut>(&context, "TOP");
    zero_inputs();
#define RTL_PORT(direction, name, msb, lsb)                                                  \
  ports += #direction " " #name " " + std::to_string((msb) - (lsb) + 1) + " " +              \
           std::to_string(reinterpret_cast<uintptr_t>(&model->name)) + "\n";
#include "ports.inc"
#undef RTL_PORT
  }

  ~Instance() { wave_close(); }

  void zero_inputs() {
#define RTL_PORT(direction, name, msb, lsb) zero(&model->name, sizeof model->name);
#include "ports.inc"
#undef RTL_PORT
  }

  static void zero(void* port, size_t bytes) { __builtin_memset(port, 0, bytes); }

  void eval() {
    model->eval();
#if VM_TRACE
    if (wave) {
      wave->dump(context.time());
      context.timeInc(1);
    }
#endif
  }

  void wave_close() {
#if VM_TRACE
    if (wave) wave->close();
    wave.reset();
#endif
  }
};

// Runs `work` on an instance, which may fail in RTL; what RTL displayed goes to standard error.
template <typename Work>
bool guarded(Instance* instance, Work work) {
  bool ok = true;
  // Verilator's runtime works on the context that the thread used last: with several models in a
  // process, perhaps one of another model, and perhaps freed.
  if (instance != nullptr) Verilated::threadContextp(&instance->context);
  try {
    work();
  } catch (const std::exception& failure) {
    last_error = failure.what();
    ok = false;
  }
  std::string& output = lockstep::rtl_output();
  if (!output.empty()) {
    std::fputs(output.c_str(), stderr);
    output.clear();
  }
  return ok;
}

Instance* of(void* instance) { return static_cast<Instance*>(instance); }

void* open() {
  Instance* instance = nullptr;
  guarded(nullptr, [&] { instance = new Instance(); });
  return instance;
}

void close(void* instance) {
  guarded(of(instance), [&] {
    of(instance)->model->final();
    delete of(instance);
  });
}

const char* ports(void* instance) { return of(instance)->ports.c_str(); }

int eval(void* instance) {
  return guarded(of(instance), [&] { of(instance)->eval(); }) ? 0 : -1;
}

int64_t clock(void* instance, uint8_t* clock, int64_t cycles) {
  int64_t done = 0;
  guarded(of(instance), [&] {
    Instance& module = *of(instance);
    for (; done < cycles; done++) {
      *clock = 0;
      module.eval();
      *clock = 1;
      module.eval();
    }
  });
  return done;
}

int wave_open(void* instance, const char* path) {
#if VM_TRACE
  Instance& module = *of(instance);
  module.wave_close();
  module.wave = std::make_unique<VerilatedFstC>();
  module.model->trace(module.wave.get(), 99);
  module.wave->open(path);
  if (module.wave->isOpen()) return 0;
  module.wave.reset();
  last_error = std::string("cannot write ") + path;
#else
  (void)instance;
  (void)path;
  last_error = "built without tracing";
#endif
  return -1;
}

void wave_close(void* instance) { of(instance)->wave_close(); }

const char* error(void*) { return last_error.c_str(); }

const rtl_api api = {open, close, ports, eval, clock, wave_open, wave_close, error};

}  // namespace

const rtl_api* lockstep_rtl_api() { return &api; }
