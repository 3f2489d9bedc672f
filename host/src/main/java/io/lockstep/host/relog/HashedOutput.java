package io.lockstep.host.relog;

import io.lockstep.host.engine.Output;
import io.lockstep.host.publisher.OutputHash;
import org.agrona.MutableDirectBuffer;
import org.agrona.concurrent.UnsafeBuffer;

/** Reports that go nowhere, but are hashed. One thread. */
final class HashedOutput implements Output {
  private final OutputHash hash = new OutputHash();
  private final MutableDirectBuffer buffer = new UnsafeBuffer(new byte[EVENT_BYTES_MAX]);
  private final long noted;
  private long hashThen = hash.value();
  private int length;

  /**
   * @param noted number of messages of which the hash is kept.
   */
  HashedOutput(long noted) {
    this.noted = noted;
  }

  /** Hash of all messages so far. */
  OutputHash hash() {
    return hash;
  }

  /** Hash of as many messages as were to be noted, or of all if there were fewer. */
  long hashOfNoted() {
    return hashThen;
  }

  @Override
  public boolean hasRoom() {
    return true;
  }

  @Override
  public MutableDirectBuffer claim(int lengthBytes, long causePosition) {
    length = lengthBytes;
    return buffer;
  }

  @Override
  public int offset() {
    return 0;
  }

  @Override
  public void commit() {
    hash.add(buffer, 0, length);
    if (hash.messages() <= noted) {
      hashThen = hash.value();
    }
  }
}
