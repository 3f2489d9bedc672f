// The waveform of a range of commands: starts as the first of them enters the window, ends a little
// after the last was answered. Does nothing in a library built without tracing.
#pragma once

#include <cstdint>
#include <cstdio>
#include <memory>
#include <string>

#include "Vlockstep_card.h"
#include "verilated.h"
#if VM_TRACE
#include "verilated_fst_c.h"
#endif

namespace lockstep {

class CardWave {
 public:
  // Commands `from` to `to`, both included. False if there will be none.
  bool want(const char* path, uint64_t from, uint64_t to) {
    close();
    path_ = path;
    from_ = from;
    to_ = to;
    wanted_ = VM_TRACE && from <= to && can_write();
    return wanted_;
  }

  bool is_wanted() const { return wanted_; }

  // Called before a cycle, with the number of commands that were sent and answered so far.
  void follow(Vlockstep_card& model, uint64_t sent, uint64_t answered) {
    if (answered > to_) {
      close();
    } else if (sent >= from_) {
      open(model);
    }
  }

#if VM_TRACE
  void dump(VerilatedContext& context) {
    if (fst_ == nullptr) return;
    fst_->dump(context.time());
    context.timeInc(1);
  }

  void close() {
    if (fst_ != nullptr) fst_->close();
    fst_.reset();
    wanted_ = false;
  }

 private:
  void open(Vlockstep_card& model) {
    if (fst_ != nullptr) return;
    fst_ = std::make_unique<VerilatedFstC>();
    model.trace(fst_.get(), 99);
    fst_->open(path_.c_str());
  }

  std::unique_ptr<VerilatedFstC> fst_;
#else
  void dump(VerilatedContext&) {}
  void close() { wanted_ = false; }

 private:
  void open(Vlockstep_card&) {}
#endif

  bool can_write() const {
    std::FILE* file = std::fopen(path_.c_str(), "w");
    if (file != nullptr) std::fclose(file);
    return file != nullptr;
  }

  std::string path_;
  uint64_t from_ = 0;
  uint64_t to_ = 0;
  bool wanted_ = false;
};

}  // namespace lockstep
