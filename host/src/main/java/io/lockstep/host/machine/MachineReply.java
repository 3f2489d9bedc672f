package io.lockstep.host.machine;

/**
 * The answer to a request.
 *
 * @param to the request.
 */
public record MachineReply(MachineRequest to, MachineResult result) {}
