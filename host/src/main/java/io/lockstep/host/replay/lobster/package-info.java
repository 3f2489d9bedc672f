/**
 * Replays a recorded NASDAQ day, as LOBSTER rebuilds it, and compares the card's book with the
 * recorded one after each message.
 *
 * <p>The way of the data: {@link io.lockstep.host.replay.lobster.LobsterDay} reads the two files,
 * {@link io.lockstep.host.replay.lobster.LobsterReplay} holds the rule, {@code MirroredCard} sends
 * its commands and mirrors the card's book from the events alone, and {@code CauseNotes} keeps what
 * makes a level differ.
 */
package io.lockstep.host.replay.lobster;
