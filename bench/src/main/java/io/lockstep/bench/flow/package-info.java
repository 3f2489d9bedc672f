/** Workloads: the same commands for every card and book that is measured. */
package io.lockstep.bench.flow;
