#include "verilated_hooks.h"

#include <cstdarg>
#include <cstdio>

#include "verilated.h"

namespace lockstep {

std::string& rtl_output() {
  static thread_local std::string output;
  return output;
}

namespace {

[[noreturn]] void fail(const char* file, int line, const char* message) {
  std::string text = rtl_output();
  rtl_output().clear();
  while (!text.empty() && text.back() == '\n') text.pop_back();
  if (text.empty()) text = std::string(file) + ":" + std::to_string(line) + ": " + message;
  throw RtlFailure(text);
}

}  // namespace
}  // namespace lockstep

extern "C" int lockstep_rtl_printf(const char* format, ...) {
  char text[2048];
  va_list arguments;
  va_start(arguments, format);
  const int length = std::vsnprintf(text, sizeof text, format, arguments);
  va_end(arguments);
  lockstep::rtl_output() += text;
  return length;
}

void vl_fatal(const char* file, int line, const char*, const char* message) {
  lockstep::fail(file, line, message);
}

void vl_stop(const char* file, int line, const char*) { lockstep::fail(file, line, "$stop"); }

void vl_finish(const char* file, int line, const char*) { lockstep::fail(file, line, "$finish"); }
