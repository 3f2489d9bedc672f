/**
 * The engine: from ordered messages to card commands (stage A, {@link Admission}), and from card
 * events to reports (stage B, {@link Settlement}). Deterministic: no clock, no randomness, no I/O,
 * and no allocation once warm. The same log gives the same output, bit for bit.
 *
 * <p>Stage A reads only what log messages wrote. The one thing that it takes from stage B is the
 * list of free order slots. A request whose answer depends on the card always goes to the card.
 */
package io.lockstep.host.engine;
