package io.lockstep.host.settings;

/**
 * How an appliance goes on with what its archive directory holds, and what it leaves there for the
 * next start.
 *
 * @param acceptLoss start on a journal whose end, which somebody was told of, is lost.
 * @param ignoreSnapshots replay the whole journal.
 * @param snapshotEvery messages of the log between two snapshots; 0: none but those asked for.
 */
public record RestartSettings(boolean acceptLoss, boolean ignoreSnapshots, long snapshotEvery) {
  /** Nothing is started on what is damaged; a snapshot every million messages. */
  public static final RestartSettings STRICT = new RestartSettings(false, false, 1_000_000);

  /** The same with a loss accepted, or not. */
  public RestartSettings withAcceptLoss(boolean accept) {
    return new RestartSettings(accept, ignoreSnapshots, snapshotEvery);
  }

  /** The same without a look at snapshots, or with. */
  public RestartSettings withIgnoreSnapshots(boolean ignore) {
    return new RestartSettings(acceptLoss, ignore, snapshotEvery);
  }

  /** The same with another distance of snapshots. */
  public RestartSettings withSnapshotEvery(long messages) {
    return new RestartSettings(acceptLoss, ignoreSnapshots, messages);
  }

  /** As printed at start. */
  @Override
  public String toString() {
    String snapshots = snapshotEvery == 0 ? "no snapshots" : "a snapshot every " + snapshotEvery;
    return snapshots
        + (ignoreSnapshots ? ", those there are ignored" : "")
        + (acceptLoss ? ", a lost end of the journal is accepted" : "");
  }
}
