package io.lockstep.host.auction;

import java.util.Arrays;

/**
 * Lots by index with their running sums: a binary indexed tree. Every method takes O(log n) steps.
 * No index may come to hold less than 0 lots.
 */
final class TickSums {
  /**
   * Node <i>i</i>, from 1, holds the sum of the last (lowest set bit of <i>i</i>) indexes to it.
   */
  private final long[] nodes;

  private int size;

  /**
   * @param capacity most indexes.
   */
  TickSums(int capacity) {
    nodes = new long[capacity + 1];
  }

  /** Forgets all; from now on there are indexes 0 to {@code size} − 1. */
  void clear(int size) {
    this.size = size;
    Arrays.fill(nodes, 0, size + 1, 0);
  }

  void add(int index, long lots) {
    for (int node = index + 1; node <= size; node += node & -node) {
      nodes[node] += lots;
    }
  }

  /** Lots at the indexes 0 to {@code index}; none for −1. */
  long upTo(int index) {
    long sum = 0;
    for (int node = index + 1; node > 0; node -= node & -node) {
      sum += nodes[node];
    }
    return sum;
  }

  /** The last index up to which there are no more than {@code lots}; −1: index 0 has more. */
  int lastUpTo(long lots) {
    long left = lots;
    int node = 0;
    for (int step = Integer.highestOneBit(size); step > 0; step >>= 1) {
      int next = node + step;
      if (next <= size && nodes[next] <= left) {
        left -= nodes[next];
        node = next;
      }
    }
    return node - 1;
  }
}
