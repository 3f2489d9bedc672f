/**
 * The public feed: what everybody may know of the output stream, on one Aeron stream with numbers
 * of its own, and between it snapshots of the books for those who begin or lost something.
 */
package io.lockstep.host.feed;
