/** Exact latencies in clock cycles, read off the RTL under Verilator. */
package io.lockstep.bench.cycles;
