/**
 * The sequencer puts every input in one order, stamps it and journals it. {@code direct}: one box;
 * the log is an Aeron stream that the archive records. The engine cannot tell what feeds it.
 */
package io.lockstep.host.sequencer;
