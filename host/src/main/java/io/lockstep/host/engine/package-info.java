/**
 * The engine: from ordered messages to card commands (stage A), and from card events to reports
 * (stage B, {@link Settlement}). Each kind of request is one class with both its stages, a {@link
 * RequestKind}. Deterministic: no clock, no randomness, no I/O, and no allocation once warm. The
 * same log gives the same output, bit for bit.
 *
 * <p>Stage A reads only what log messages wrote ({@link LogState}), the list of free order slots,
 * and, for a drained message, what stage B knows of the live orders. A request whose answer depends
 * on the card always goes to the card.
 */
package io.lockstep.host.engine;
