/** Recorded streams, read from the archive's files and checked, frame by frame. */
package io.lockstep.host.recording;
