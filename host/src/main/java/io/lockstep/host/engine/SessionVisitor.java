package io.lockstep.host.engine;

/** Is told of the sessions that the log knows. */
@FunctionalInterface
public interface SessionVisitor {
  /**
   * One session.
   *
   * @param open it did not end.
   */
  void onSession(int id, int participant, boolean open);
}
