package io.lockstep.host.surface;

import java.util.Arrays;

/**
 * The smiles of one underlying, by expiry; each with the same rules. One thread; allocates nothing
 * once made.
 */
public final class VolatilitySurface {
  private final VolatilitySmile[] smiles;
  private final long[] expiriesNs;
  private int size;

  /**
   * @param expiriesMax most expiries at a time.
   */
  public VolatilitySurface(SmileSettings settings, int expiriesMax) {
    smiles = new VolatilitySmile[expiriesMax];
    Arrays.setAll(smiles, i -> new VolatilitySmile(settings));
    expiriesNs = new long[expiriesMax];
  }

  /** Number of expiries. */
  public int size() {
    return size;
  }

  /** The expiry of a place, in the order of time: 0 to size − 1. */
  public long expiryNs(int place) {
    return expiriesNs[place];
  }

  /** The smile of an expiry; null if it has none. */
  public VolatilitySmile smile(long expiryNs) {
    int place = place(expiryNs);
    return place < 0 ? null : smiles[place];
  }

  /**
   * Opens an expiry, with an empty smile; one that is open stays as it is.
   *
   * @return whether it is open now; false: there are as many as there can be.
   */
  public boolean open(long expiryNs) {
    int place = place(expiryNs);
    if (place >= 0) {
      return true;
    }
    if (size == smiles.length) {
      return false;
    }
    int at = -place - 1;
    VolatilitySmile unused = smiles[size];
    System.arraycopy(smiles, at, smiles, at + 1, size - at);
    System.arraycopy(expiriesNs, at, expiriesNs, at + 1, size - at);
    unused.clear();
    smiles[at] = unused;
    expiriesNs[at] = expiryNs;
    size++;
    return true;
  }

  /** Closes an expiry; what is not open stays so. */
  public void close(long expiryNs) {
    int at = place(expiryNs);
    if (at < 0) {
      return;
    }
    VolatilitySmile closed = smiles[at];
    size--;
    System.arraycopy(smiles, at + 1, smiles, at, size - at);
    System.arraycopy(expiriesNs, at + 1, expiriesNs, at, size - at);
    smiles[size] = closed;
  }

  /**
   * Lets time go on for all of them, as {@link VolatilitySmile#advance} does.
   *
   * @return whether one of them changed.
   */
  public boolean advance(long nowNs) {
    boolean changed = false;
    for (int i = 0; i < size; i++) {
      changed |= smiles[i].advance(nowNs);
    }
    return changed;
  }

  private int place(long expiryNs) {
    return Arrays.binarySearch(expiriesNs, 0, size, expiryNs);
  }

  /** Length of the state in a snapshot, however many expiries there are. */
  public int stateLongs() {
    return 1 + smiles.length * (1 + smiles[0].stateLongs());
  }

  /** Writes the state for a snapshot: {@link #stateLongs} from {@code at} on. */
  public void save(long[] state, int at) {
    Arrays.fill(state, at, at + stateLongs(), 0);
    state[at] = size;
    for (int i = 0; i < size; i++) {
      state[start(at, i)] = expiriesNs[i];
      smiles[i].save(state, start(at, i) + 1);
    }
  }

  /** Takes the state of a snapshot of a surface with the same settings. */
  public void load(long[] state, int at) {
    size = (int) state[at];
    for (int i = 0; i < size; i++) {
      expiriesNs[i] = state[start(at, i)];
      smiles[i].load(state, start(at, i) + 1);
    }
  }

  private int start(int at, int place) {
    return at + 1 + place * (1 + smiles[0].stateLongs());
  }
}
