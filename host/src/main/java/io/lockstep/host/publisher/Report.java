package io.lockstep.host.publisher;

import io.lockstep.schema.client.AuctionResultDecoder;
import io.lockstep.schema.client.BookOrderDecoder;
import io.lockstep.schema.client.CashMovedDecoder;
import io.lockstep.schema.client.ExecutionReportDecoder;
import io.lockstep.schema.client.IndicativeAuctionDecoder;
import io.lockstep.schema.client.InstrumentStatusDecoder;
import io.lockstep.schema.client.MarginDecoder;
import io.lockstep.schema.client.MarginStatusDecoder;
import io.lockstep.schema.client.MessageHeaderDecoder;
import io.lockstep.schema.client.OutputHeaderDecoder;
import io.lockstep.schema.client.PublicTradeDecoder;
import io.lockstep.schema.client.ReplacedDecoder;
import io.lockstep.schema.client.RequestDoneDecoder;
import io.lockstep.schema.client.TopOfBookDecoder;
import io.lockstep.schema.client.TradeDecoder;
import java.nio.ByteOrder;
import java.util.Arrays;
import org.agrona.DirectBuffer;

/**
 * What every message of the output stream tells without being decoded: its number, and whom it is
 * for. Allocates nothing.
 */
public final class Report {
  private static final int HEADER_BYTES = MessageHeaderDecoder.ENCODED_LENGTH;
  private static final int TEMPLATES = 128;
  private static final byte UNKNOWN = -1;
  private static final byte PUBLIC = -2;
  private static final byte FEED_ONLY = -3;

  /** By template: where its session or participant stands, or one of the above. */
  private static final byte[] SESSION_OFFSETS = new byte[TEMPLATES];

  /** By template: what stands there is a participant. */
  private static final boolean[] IS_OWNERS = new boolean[TEMPLATES];

  static {
    Arrays.fill(SESSION_OFFSETS, UNKNOWN);
    isPrivate(ExecutionReportDecoder.TEMPLATE_ID, ExecutionReportDecoder.sessionEncodingOffset());
    isPrivate(TradeDecoder.TEMPLATE_ID, TradeDecoder.sessionEncodingOffset());
    isPrivate(ReplacedDecoder.TEMPLATE_ID, ReplacedDecoder.sessionEncodingOffset());
    isPrivate(RequestDoneDecoder.TEMPLATE_ID, RequestDoneDecoder.sessionEncodingOffset());
    isPrivate(MarginDecoder.TEMPLATE_ID, MarginDecoder.sessionEncodingOffset());
    isOwners(MarginStatusDecoder.TEMPLATE_ID, MarginStatusDecoder.participantEncodingOffset());
    isOwners(CashMovedDecoder.TEMPLATE_ID, CashMovedDecoder.participantEncodingOffset());
    SESSION_OFFSETS[TopOfBookDecoder.TEMPLATE_ID] = PUBLIC;
    SESSION_OFFSETS[InstrumentStatusDecoder.TEMPLATE_ID] = PUBLIC;
    SESSION_OFFSETS[IndicativeAuctionDecoder.TEMPLATE_ID] = PUBLIC;
    SESSION_OFFSETS[AuctionResultDecoder.TEMPLATE_ID] = PUBLIC;
    SESSION_OFFSETS[BookOrderDecoder.TEMPLATE_ID] = FEED_ONLY;
    SESSION_OFFSETS[PublicTradeDecoder.TEMPLATE_ID] = FEED_ONLY;
  }

  private DirectBuffer buffer;
  private int offset;
  private int length;
  private int templateId;
  private int sessionOffset;

  private static void isPrivate(int template, int sessionEncodingOffset) {
    SESSION_OFFSETS[template] = (byte) sessionEncodingOffset;
  }

  private static void isOwners(int template, int participantEncodingOffset) {
    IS_OWNERS[template] = true;
    isPrivate(template, participantEncodingOffset);
  }

  /**
   * Reads a message of the output stream.
   *
   * @throws IllegalStateException when the stream is not to hold such a message.
   */
  public void wrap(DirectBuffer from, int at, int bytes) {
    buffer = from;
    offset = at;
    length = bytes;
    templateId =
        from.getShort(
            at + MessageHeaderDecoder.templateIdEncodingOffset(), ByteOrder.LITTLE_ENDIAN);
    boolean known = templateId >= 0 && templateId < TEMPLATES;
    sessionOffset = known ? SESSION_OFFSETS[templateId] : UNKNOWN;
    if (sessionOffset == UNKNOWN) {
      throw new IllegalStateException("the output stream has unknown template " + templateId);
    }
  }

  DirectBuffer buffer() {
    return buffer;
  }

  int offset() {
    return offset;
  }

  int length() {
    return length;
  }

  /** Of the message. */
  public int templateId() {
    return templateId;
  }

  /** Its number in the output stream. */
  public long outputSequence() {
    return buffer.getLong(
        offset + HEADER_BYTES + OutputHeaderDecoder.outputSequenceEncodingOffset(),
        ByteOrder.LITTLE_ENDIAN);
  }

  /**
   * It is for one session and the drop copies of its participant, or for a participant; all others
   * are public.
   */
  public boolean isPrivate() {
    return sessionOffset >= 0;
  }

  /** It is private, and for all sessions of a participant. */
  boolean isOwners() {
    return IS_OWNERS[templateId];
  }

  /** It goes to the public feed, and to no session. */
  boolean isFeedOnly() {
    return sessionOffset == FEED_ONLY;
  }

  /** Of a private report that is for a participant: whose it is. */
  int participant() {
    return session();
  }

  /** Of any other private report: whose it is. */
  int session() {
    return buffer.getInt(offset + HEADER_BYTES + sessionOffset, ByteOrder.LITTLE_ENDIAN);
  }
}
