package io.lockstep.host.gateway;

import io.lockstep.schema.client.CancelOrderDecoder;
import io.lockstep.schema.client.ChangeCardDecoder;
import io.lockstep.schema.client.FollowGreeksDecoder;
import io.lockstep.schema.client.HeartbeatDecoder;
import io.lockstep.schema.client.LogonDecoder;
import io.lockstep.schema.client.LogoutDecoder;
import io.lockstep.schema.client.MarginQueryDecoder;
import io.lockstep.schema.client.MassCancelDecoder;
import io.lockstep.schema.client.MessageHeaderDecoder;
import io.lockstep.schema.client.MoveAddOnDecoder;
import io.lockstep.schema.client.MoveAssetDecoder;
import io.lockstep.schema.client.MoveCashDecoder;
import io.lockstep.schema.client.NewOrderDecoder;
import io.lockstep.schema.client.RefusedEncoder;
import io.lockstep.schema.client.RejectReason;
import io.lockstep.schema.client.ReplaceOrderDecoder;
import io.lockstep.schema.client.ReportVolatilitiesDecoder;
import io.lockstep.schema.client.SetBandDecoder;
import io.lockstep.schema.client.SetFeeTierDecoder;
import io.lockstep.schema.client.SetKillSwitchDecoder;
import io.lockstep.schema.client.SetMarkDecoder;
import io.lockstep.schema.client.SetPhaseDecoder;
import io.lockstep.schema.client.SetVolatilityDecoder;
import io.lockstep.schema.client.SetWindowDecoder;
import io.lockstep.schema.client.TakeSnapshotDecoder;
import io.lockstep.schema.client.VarAsciiDecoder;
import io.lockstep.schema.client.WhatIfOrderDecoder;
import io.lockstep.schema.client.WhatIfPortfolioDecoder;
import java.nio.ByteOrder;
import org.agrona.DirectBuffer;

/**
 * Checks the form of a client's message before anything reads it: header, schema, version, template
 * and length, to the byte. After {@link RejectReason#NONE} every field lies inside the message.
 */
final class RequestCheck {
  private static final int HEADER_BYTES = MessageHeaderDecoder.ENCODED_LENGTH;
  private static final int NO_SUCH_TEMPLATE = -1;

  /** The same in every request that has one; a test of the schema holds it there. */
  static final int CLIENT_ORDER_ID_OFFSET =
      HEADER_BYTES + NewOrderDecoder.clientOrderIdEncodingOffset();

  private final MessageHeaderDecoder header = new MessageHeaderDecoder();
  private int templateId;
  private long clientOrderId;

  /** Of the message last checked; 0 where it could not be read. */
  int templateId() {
    return templateId;
  }

  /** Of the request last checked; null where it has none or could not be read. */
  long clientOrderId() {
    return clientOrderId;
  }

  /** True when the message last checked is a request: for the log, or for the machine. */
  boolean isRequest() {
    return templateId >= NewOrderDecoder.TEMPLATE_ID && blockLength(templateId) != NO_SUCH_TEMPLATE;
  }

  /** True when the message last checked is a request that only an operator may send. */
  boolean isForOperators() {
    return templateId >= SetPhaseDecoder.TEMPLATE_ID;
  }

  /** True when the message last checked is a request that does not go into the log. */
  boolean isForMachine() {
    return templateId == TakeSnapshotDecoder.TEMPLATE_ID
        || templateId == ChangeCardDecoder.TEMPLATE_ID;
  }

  /** The first fault of a message's form, or {@link RejectReason#NONE}. */
  RejectReason check(DirectBuffer buffer, int offset, int length) {
    templateId = 0;
    clientOrderId = RefusedEncoder.clientOrderIdNullValue();
    if (length < HEADER_BYTES) {
      return RejectReason.TRUNCATED;
    }
    header.wrap(buffer, offset);
    if (header.schemaId() != MessageHeaderDecoder.SCHEMA_ID) {
      return RejectReason.WRONG_SCHEMA;
    }
    templateId = header.templateId();
    if (header.version() != MessageHeaderDecoder.SCHEMA_VERSION) {
      return RejectReason.WRONG_SCHEMA_VERSION;
    }
    int blockLength = blockLength(templateId);
    if (blockLength == NO_SUCH_TEMPLATE) {
      return RejectReason.UNKNOWN_TEMPLATE;
    }
    if (isRequest() && length >= CLIENT_ORDER_ID_OFFSET + Long.BYTES) {
      clientOrderId = buffer.getLong(offset + CLIENT_ORDER_ID_OFFSET, ByteOrder.LITTLE_ENDIAN);
    }
    if (header.blockLength() != blockLength) {
      return header.blockLength() < blockLength ? RejectReason.TRUNCATED : RejectReason.OVERSIZED;
    }
    int end = HEADER_BYTES + blockLength;
    if (templateId == LogonDecoder.TEMPLATE_ID) {
      end = skipText(buffer, offset, length, end);
      end = skipText(buffer, offset, length, end);
    }
    if (templateId == ChangeCardDecoder.TEMPLATE_ID) {
      end = skipText(buffer, offset, length, end);
    }
    if (end > length) {
      return RejectReason.TRUNCATED;
    }
    return end < length ? RejectReason.OVERSIZED : RejectReason.NONE;
  }

  /** Where a text ends that begins at {@code at}; beyond the length when it is not all there. */
  private static int skipText(DirectBuffer buffer, int offset, int length, int at) {
    int text = at + VarAsciiDecoder.varDataEncodingOffset();
    if (text > length) {
      return text;
    }
    return text + (buffer.getShort(offset + at, ByteOrder.LITTLE_ENDIAN) & 0xFFFF);
  }

  private static int blockLength(int templateId) {
    switch (templateId) {
      case LogonDecoder.TEMPLATE_ID:
        return LogonDecoder.BLOCK_LENGTH;
      case LogoutDecoder.TEMPLATE_ID:
        return LogoutDecoder.BLOCK_LENGTH;
      case HeartbeatDecoder.TEMPLATE_ID:
        return HeartbeatDecoder.BLOCK_LENGTH;
      case NewOrderDecoder.TEMPLATE_ID:
        return NewOrderDecoder.BLOCK_LENGTH;
      case CancelOrderDecoder.TEMPLATE_ID:
        return CancelOrderDecoder.BLOCK_LENGTH;
      case ReplaceOrderDecoder.TEMPLATE_ID:
        return ReplaceOrderDecoder.BLOCK_LENGTH;
      case MassCancelDecoder.TEMPLATE_ID:
        return MassCancelDecoder.BLOCK_LENGTH;
      case WhatIfOrderDecoder.TEMPLATE_ID:
        return WhatIfOrderDecoder.BLOCK_LENGTH;
      case WhatIfPortfolioDecoder.TEMPLATE_ID:
        return WhatIfPortfolioDecoder.BLOCK_LENGTH;
      case FollowGreeksDecoder.TEMPLATE_ID:
        return FollowGreeksDecoder.BLOCK_LENGTH;
      case MarginQueryDecoder.TEMPLATE_ID:
        return MarginQueryDecoder.BLOCK_LENGTH;
      case SetPhaseDecoder.TEMPLATE_ID:
        return SetPhaseDecoder.BLOCK_LENGTH;
      case SetBandDecoder.TEMPLATE_ID:
        return SetBandDecoder.BLOCK_LENGTH;
      case SetWindowDecoder.TEMPLATE_ID:
        return SetWindowDecoder.BLOCK_LENGTH;
      case SetKillSwitchDecoder.TEMPLATE_ID:
        return SetKillSwitchDecoder.BLOCK_LENGTH;
      case SetMarkDecoder.TEMPLATE_ID:
        return SetMarkDecoder.BLOCK_LENGTH;
      case SetVolatilityDecoder.TEMPLATE_ID:
        return SetVolatilityDecoder.BLOCK_LENGTH;
      case MoveCashDecoder.TEMPLATE_ID:
        return MoveCashDecoder.BLOCK_LENGTH;
      case MoveAddOnDecoder.TEMPLATE_ID:
        return MoveAddOnDecoder.BLOCK_LENGTH;
      case MoveAssetDecoder.TEMPLATE_ID:
        return MoveAssetDecoder.BLOCK_LENGTH;
      case SetFeeTierDecoder.TEMPLATE_ID:
        return SetFeeTierDecoder.BLOCK_LENGTH;
      case ReportVolatilitiesDecoder.TEMPLATE_ID:
        return ReportVolatilitiesDecoder.BLOCK_LENGTH;
      case TakeSnapshotDecoder.TEMPLATE_ID:
        return TakeSnapshotDecoder.BLOCK_LENGTH;
      case ChangeCardDecoder.TEMPLATE_ID:
        return ChangeCardDecoder.BLOCK_LENGTH;
      default:
        return NO_SUCH_TEMPLATE;
    }
  }
}
