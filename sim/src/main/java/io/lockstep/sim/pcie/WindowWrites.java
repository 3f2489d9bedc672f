package io.lockstep.sim.pcie;

import io.lockstep.driver.Device;
import io.lockstep.sim.verilated.VerilatedDevice;
import java.nio.ByteBuffer;
import java.util.Random;
import org.agrona.DirectBuffer;
import org.agrona.collections.IntArrayList;
import org.agrona.concurrent.UnsafeBuffer;

/**
 * Writes to the command window on their way to a Verilated card. Either whole and in order; or, as
 * write combining allows, cut into pieces that arrive in any order, those of different commands
 * mixed: a seed decides, so equal calls give equal pieces.
 *
 * <p>A byte that is on its way is not written again before it has arrived: the host keeps to that,
 * since it writes a slot again only once the card has consumed it. One thread.
 */
public final class WindowWrites {
  private static final int CUTS_MAX = 7;

  private final VerilatedDevice device;
  private final Random random;
  private final UnsafeBuffer bytes;
  private final IntArrayList offsets = new IntArrayList();
  private final IntArrayList lengths = new IntArrayList();

  private WindowWrites(VerilatedDevice device, Random random) {
    this.device = device;
    this.random = random;
    this.bytes = new UnsafeBuffer(ByteBuffer.allocateDirect(device.commandWindow().capacity()));
  }

  /** Every write arrives whole, in the order in which it was made. */
  public static WindowWrites whole(VerilatedDevice device) {
    return new WindowWrites(device, null);
  }

  /** Writes arrive in pieces and in any order. */
  public static WindowWrites scattered(VerilatedDevice device, long seed) {
    return new WindowWrites(device, new Random(seed));
  }

  /**
   * Takes a write; it has not arrived yet.
   *
   * @param offset in the window.
   * @param source of the bytes, from {@code index} on; copied.
   * @throws IndexOutOfBoundsException for a write beyond the window.
   */
  public void add(int offset, DirectBuffer source, int index, int length) {
    bytes.putBytes(offset, source, index, length);
    int from = offset;
    int end = offset + length;
    for (int cuts = random == null ? 0 : random.nextInt(CUTS_MAX + 1); cuts > 0; cuts--) {
      int to = from + random.nextInt(end - from);
      addPiece(from, to - from);
      from = to;
    }
    addPiece(from, end - from);
  }

  /** Puts a piece anywhere among those on their way. */
  private void addPiece(int offset, int length) {
    if (length == 0) {
      return;
    }
    offsets.addInt(offset);
    lengths.addInt(length);
    if (random != null) {
      int other = random.nextInt(offsets.size());
      swapWithLast(offsets, other);
      swapWithLast(lengths, other);
    }
  }

  private static void swapWithLast(IntArrayList list, int index) {
    int last = list.size() - 1;
    int value = list.getInt(index);
    list.setInt(index, list.getInt(last));
    list.setInt(last, value);
  }

  /** Whether nothing is on its way. */
  public boolean isEmpty() {
    return offsets.isEmpty();
  }

  /**
   * Lets one piece or more arrive; all of them where writes are whole.
   *
   * @return 0, or {@link Device#LOST}.
   */
  public int deliverSome() {
    int pieces = offsets.size();
    return deliver(random == null || pieces == 0 ? pieces : 1 + random.nextInt(pieces));
  }

  /**
   * Lets everything arrive that is on its way.
   *
   * @return 0, or {@link Device#LOST}.
   */
  public int deliverAll() {
    return deliver(offsets.size());
  }

  private int deliver(int pieces) {
    int result = 0;
    for (int i = 0; i < pieces && result == 0; i++) {
      int offset = offsets.getInt(i);
      result = device.writeWindow(offset, bytes, offset, lengths.getInt(i));
    }
    drop(offsets, pieces);
    drop(lengths, pieces);
    return result;
  }

  private static void drop(IntArrayList list, int first) {
    int rest = list.size() - first;
    for (int i = 0; i < rest; i++) {
      list.setInt(i, list.getInt(first + i));
    }
    while (list.size() > rest) {
      list.removeAt(list.size() - 1);
    }
  }

  /** Forgets what is on its way: the card was reset. */
  public void clear() {
    offsets.clear();
    lengths.clear();
  }
}
