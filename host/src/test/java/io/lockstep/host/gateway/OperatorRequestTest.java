package io.lockstep.host.gateway;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.lockstep.schema.client.MessageHeaderEncoder;
import io.lockstep.schema.client.Phase;
import io.lockstep.schema.client.ReportVolatilitiesEncoder;
import io.lockstep.schema.client.SetFeeTierEncoder;
import io.lockstep.schema.client.SetKillSwitchEncoder;
import io.lockstep.schema.client.SetPhaseEncoder;
import io.lockstep.schema.client.StopScope;
import io.lockstep.schema.client.SwitchPosition;
import org.agrona.concurrent.UnsafeBuffer;
import org.junit.jupiter.api.Test;

class OperatorRequestTest {
  private static final int HEADER_BYTES = MessageHeaderEncoder.ENCODED_LENGTH;
  private static final byte UNKNOWN = 22;

  private final UnsafeBuffer buffer = new UnsafeBuffer(new byte[128]);
  private final MessageHeaderEncoder header = new MessageHeaderEncoder();

  @Test
  void aRequestIsToldInWords() {
    new SetPhaseEncoder()
        .wrapAndApplyHeader(buffer, 0, header)
        .clientOrderId(1)
        .instrument(2)
        .phase(Phase.HALTED);
    assertEquals(
        new OperatorRequest("set_phase", "instrument 2 HALTED"), OperatorRequest.read(buffer, 0));
  }

  @Test
  void whatMarginFollowsIsToldInWords() {
    new SetFeeTierEncoder().wrapAndApplyHeader(buffer, 0, header).account(7).tier((short) 3);
    assertEquals(
        new OperatorRequest("set_fee_tier", "account 7 tier 3"), OperatorRequest.read(buffer, 0));
    new ReportVolatilitiesEncoder().wrapAndApplyHeader(buffer, 0, header).group(2).expiryNs(99);
    assertEquals(
        new OperatorRequest("report_volatilities", "group 2 expiry 99"),
        OperatorRequest.read(buffer, 0));
  }

  @Test
  void aCodeThatNobodyKnowsIsToldAsItsNumber() {
    new SetPhaseEncoder()
        .wrapAndApplyHeader(buffer, 0, header)
        .clientOrderId(1)
        .instrument(2)
        .phase(Phase.HALTED);
    buffer.putByte(HEADER_BYTES + SetPhaseEncoder.phaseEncodingOffset(), UNKNOWN);
    assertEquals(
        new OperatorRequest("set_phase", "instrument 2 22"), OperatorRequest.read(buffer, 0));
    new SetKillSwitchEncoder()
        .wrapAndApplyHeader(buffer, 0, header)
        .clientOrderId(1)
        .subject(7)
        .scope(StopScope.PARTICIPANT)
        .position(SwitchPosition.STOPPED);
    buffer.putByte(HEADER_BYTES + SetKillSwitchEncoder.scopeEncodingOffset(), UNKNOWN);
    buffer.putByte(HEADER_BYTES + SetKillSwitchEncoder.positionEncodingOffset(), UNKNOWN);
    assertEquals(
        new OperatorRequest("set_kill_switch", "22 7 22"), OperatorRequest.read(buffer, 0));
  }
}
