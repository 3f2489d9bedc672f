package io.lockstep.host.machine;

/**
 * What an operator asks for.
 *
 * @param session that asks.
 * @param clientOrderId repeated in the answer.
 * @param templateId of the request.
 * @param text of the request; "" where it has none.
 */
public record MachineRequest(int session, long clientOrderId, int templateId, String text) {}
