// A full re-valuation as one writes it: what the host's loop is compared with.
#include <algorithm>
#include <cstdint>

extern "C" void revalue(const int32_t* arrays, int stride, int scenarios,
                        const int32_t* instruments, const int32_t* lots,
                        int accounts, int positions, int64_t* worst) {
  for (int account = 0; account < accounts; account++) {
    int64_t profit[32] = {};
    for (int i = account * positions; i < (account + 1) * positions; i++) {
      const int32_t* array = arrays + stride * instruments[i];
      const int64_t held = lots[i];
      for (int s = 0; s < scenarios; s++) {
        profit[s] += held * array[s];
      }
    }
    worst[account] = std::min(int64_t{0}, *std::min_element(profit, profit + scenarios));
  }
}
