package io.lockstep.host.engine;

/**
 * What log messages wrote, and all that stage A may read.
 *
 * @param sessions that are open.
 * @param accounts and their owners.
 * @param instruments that are defined.
 * @param positions and their slots.
 */
record LogState(
    Sessions sessions, Accounts accounts, Instruments instruments, Positions positions) {}
