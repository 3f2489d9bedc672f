package io.lockstep.host.fuzz;

import io.lockstep.host.client.Requests;
import io.lockstep.schema.client.HeartbeatEncoder;
import io.lockstep.schema.client.LogonEncoder;
import io.lockstep.schema.client.LogoutEncoder;
import io.lockstep.schema.client.MessageHeaderEncoder;
import io.lockstep.schema.client.Phase;
import io.lockstep.schema.client.Side;
import io.lockstep.schema.client.StopScope;
import io.lockstep.schema.client.SwitchPosition;
import io.lockstep.schema.client.TimeInForce;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.SplittableRandom;
import org.agrona.DirectBuffer;
import org.agrona.concurrent.UnsafeBuffer;

/**
 * Draws what a hostile client may send: bytes of any kind, headers of any template with anything
 * behind them, requests that make sense, and those with faults. The same seed draws the same.
 */
final class HostileMessages {
  private static final int HEADER_BYTES = MessageHeaderEncoder.ENCODED_LENGTH;
  private static final int LARGEST_BYTES = 4096;
  private static final int TEMPLATES = 132;
  private static final long[] EDGES = {
    0, 1, -1, Long.MIN_VALUE, Long.MAX_VALUE, Integer.MAX_VALUE, 0xFFFF_FFFFL, 1L << 28, 255
  };

  private final SplittableRandom random;
  private final UnsafeBuffer buffer = new UnsafeBuffer(new byte[LARGEST_BYTES]);
  private final MessageHeaderEncoder header = new MessageHeaderEncoder();
  private final Requests requests = new Requests();
  private long nextClientOrderId = 1;
  private int length;

  HostileMessages(long seed) {
    random = new SplittableRandom(seed);
  }

  DirectBuffer buffer() {
    return buffer;
  }

  int length() {
    return length;
  }

  /** An id that the next request would have. */
  long nextClientOrderId() {
    return nextClientOrderId++;
  }

  /** A number below a bound, of the same chance as all else. */
  int draw(int bound) {
    return random.nextInt(bound);
  }

  /**
   * Draws the next message.
   *
   * @param session a number that somebody has.
   * @param stranger the sender is not logged on, and often tries to.
   */
  void next(int session, boolean stranger) {
    int kind = random.nextInt(100);
    if (kind < 10) {
      length = random.nextInt(kind == 0 ? LARGEST_BYTES : 120);
      fillFrom(0);
    } else if (kind < 20) {
      anyTemplate();
    } else {
      if (stranger && random.nextBoolean()) {
        logon(session);
      } else {
        sensible(session);
      }
      for (int faults = kind < 45 ? 0 : 1 + random.nextInt(3); faults > 0; faults--) {
        spoil();
      }
    }
  }

  // ------------------------------------------------------------------ without sense

  private void fillFrom(int offset) {
    for (int i = offset; i < length; i++) {
      buffer.putByte(i, (byte) random.nextInt());
    }
  }

  private void anyTemplate() {
    length = HEADER_BYTES + random.nextInt(80);
    fillFrom(HEADER_BYTES);
    boolean fits = random.nextBoolean();
    header
        .wrap(buffer, 0)
        .blockLength(fits ? length - HEADER_BYTES : random.nextInt(1 << 16))
        .templateId(random.nextInt(TEMPLATES))
        .schemaId(oneIn(8) ? random.nextInt(1 << 16) : MessageHeaderEncoder.SCHEMA_ID)
        .version(oneIn(8) ? random.nextInt(1 << 16) : MessageHeaderEncoder.SCHEMA_VERSION);
  }

  private void spoil() {
    switch (random.nextInt(5)) {
      case 0 -> length = random.nextInt(length + 1);
      case 1 -> {
        int longer = Math.min(LARGEST_BYTES, length + random.nextInt(oneIn(50) ? 3_000 : 20));
        buffer.setMemory(length, longer - length, (byte) random.nextInt());
        length = longer;
      }
      case 2 -> {
        if (length >= Long.BYTES) {
          int at = fault(length - Long.BYTES + 1);
          buffer.putLong(at, EDGES[random.nextInt(EDGES.length)], ByteOrder.LITTLE_ENDIAN);
        }
      }
      default -> {
        if (length > 0) {
          buffer.putByte(fault(length), (byte) random.nextInt());
        }
      }
    }
  }

  /**
   * Where a fault begins: seldom in the client order id, since none is greater than the greatest.
   */
  private int fault(int bound) {
    int at = random.nextInt(bound);
    boolean inId = at > HEADER_BYTES - Long.BYTES && at < HEADER_BYTES + Long.BYTES;
    return inId && !oneIn(20) ? random.nextInt(bound) : at;
  }

  // ------------------------------------------------------------------ with sense

  private void sensible(int session) {
    int kind = random.nextInt(1_000);
    if (kind < 960) {
      request(session);
      requests.copyTo(buffer);
      length = requests.length();
    } else if (kind < 990) {
      length = HEADER_BYTES + HeartbeatEncoder.BLOCK_LENGTH;
      new HeartbeatEncoder().wrapAndApplyHeader(buffer, 0, header).session(session);
    } else if (kind < 995) {
      length = HEADER_BYTES + LogoutEncoder.BLOCK_LENGTH;
      new LogoutEncoder().wrapAndApplyHeader(buffer, 0, header);
    } else {
      logon(session);
    }
  }

  private void request(int session) {
    long id = oneIn(20) ? random.nextLong(nextClientOrderId + 1) : nextClientOrderId++;
    long named = random.nextLong(Math.max(1, nextClientOrderId - 40), nextClientOrderId + 1);
    int account = random.nextInt(FuzzVenue.ACCOUNTS);
    int instrument = random.nextInt(FuzzVenue.INSTRUMENTS);
    Side side = random.nextBoolean() ? Side.BUY : Side.SELL;
    long price = (FuzzVenue.MIDDLE_TICKS + random.nextInt(-20, 20)) * FuzzVenue.TICK;
    long lots = 1 + random.nextInt(50);
    switch (random.nextInt(16)) {
      case 0, 1, 2, 3 -> requests.limit(id, account, instrument, side, price, lots);
      case 4, 5 ->
          requests
              .limit(id, account, instrument, side, price, lots)
              .timeInForce(random.nextBoolean() ? TimeInForce.IOC : TimeInForce.FOK);
      case 6 -> requests.limit(id, account, instrument, side, price, lots).flags().postOnly(true);
      case 7 -> requests.market(id, account, instrument, side, lots);
      case 8 -> requests.cancelByClientOrderId(id, account, named);
      case 9 -> requests.cancel(id, account, named);
      case 10 -> requests.replaceByClientOrderId(id, account, instrument, named, price, lots);
      case 11 -> requests.massCancel(id).account(account).session(session);
      case 12 -> requests.setPhase(id, instrument, Phase.get((short) random.nextInt(4)));
      case 13 -> requests.setBand(id, instrument, price - 100 * FuzzVenue.TICK, price);
      case 14 -> requests.setWindow(id, instrument, price - 500 * FuzzVenue.TICK);
      default ->
          requests.killSwitch(
              id,
              StopScope.get((short) random.nextInt(3)),
              oneIn(2) ? session : random.nextInt(3),
              oneIn(4) ? SwitchPosition.STOPPED : SwitchPosition.TRADING);
    }
  }

  private void logon(int session) {
    byte[] channel =
        (oneIn(2) ? "aeron:ipc" : "aeron:udp?endpoint=10.9.8.7:" + random.nextInt(70_000))
            .getBytes(StandardCharsets.US_ASCII);
    boolean client = random.nextBoolean();
    String key = client ? FuzzVenue.CLIENT_KEY : FuzzVenue.OPERATOR_KEY;
    LogonEncoder logon = new LogonEncoder();
    logon
        .wrapAndApplyHeader(buffer, 0, header)
        .correlationId(random.nextLong())
        .participant(client ? FuzzVenue.CLIENT : FuzzVenue.OPERATOR)
        .responseStreamId(random.nextInt())
        .session(oneIn(2) ? LogonEncoder.sessionNullValue() : session)
        .afterOutputSequence(oneIn(2) ? 0 : random.nextLong());
    logon.flags().clear().cancelOnDisconnect(oneIn(2)).dropCopy(oneIn(3));
    byte[] keyBytes = (oneIn(3) ? key + "x" : key).getBytes(StandardCharsets.US_ASCII);
    logon.putResponseChannel(channel, 0, channel.length).putKey(keyBytes, 0, keyBytes.length);
    length = HEADER_BYTES + logon.encodedLength();
  }

  private boolean oneIn(int many) {
    return random.nextInt(many) == 0;
  }
}
