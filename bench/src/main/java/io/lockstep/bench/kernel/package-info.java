/** The Java kernel beside its peers: the same commands, the same outputs, side by side. */
package io.lockstep.bench.kernel;
