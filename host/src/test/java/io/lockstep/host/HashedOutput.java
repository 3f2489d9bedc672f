package io.lockstep.host;

import io.lockstep.host.engine.Output;
import io.lockstep.host.publisher.OutputHash;
import java.util.SplittableRandom;
import org.agrona.MutableDirectBuffer;
import org.agrona.concurrent.UnsafeBuffer;

/** An output that is hashed and forgotten, and has no room now and then, drawn from a seed. */
final class HashedOutput implements Output {
  private final OutputHash hash = new OutputHash();
  private final UnsafeBuffer message = new UnsafeBuffer(new byte[EVENT_BYTES_MAX]);
  private final SplittableRandom random;
  private int length;

  HashedOutput(long seed) {
    random = new SplittableRandom(seed);
  }

  @Override
  public boolean hasRoom() {
    return random.nextInt(4) != 0;
  }

  @Override
  public MutableDirectBuffer claim(int lengthBytes, long causePosition) {
    length = lengthBytes;
    message.setMemory(0, lengthBytes, (byte) 0);
    return message;
  }

  @Override
  public int offset() {
    return 0;
  }

  @Override
  public void commit() {
    hash.add(message, 0, length);
  }

  @Override
  public String toString() {
    return hash + " " + hash.messages();
  }
}
