// What Verilator's runtime calls in place of printf, abort and exit, so that a failed assertion or
// a $fatal in RTL reaches the caller as an exception and never ends the process it runs in.
// Included before every file of the runtime and by each library that holds a model. One thread per
// model.
#pragma once

#include <stdexcept>
#include <string>

namespace lockstep {

// Thrown out of a model's eval(); what() is the text of the failed check.
struct RtlFailure : std::runtime_error {
  using std::runtime_error::runtime_error;
};

// What $display and failing checks printed on this thread since it was last cleared.
std::string& rtl_output();

}  // namespace lockstep

extern "C" int lockstep_rtl_printf(const char* format, ...) __attribute__((format(printf, 1, 2)));
