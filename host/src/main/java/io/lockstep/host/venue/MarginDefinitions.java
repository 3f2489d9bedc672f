package io.lockstep.host.venue;

import io.lockstep.host.margin.ContingencyRule;
import io.lockstep.host.margin.MarginContract;
import io.lockstep.host.margin.RiskGroup;
import io.lockstep.host.margin.ScanRangeRule;
import io.lockstep.host.margin.SurfaceRule;
import io.lockstep.schema.client.ContingenciesDefinedEncoder;
import io.lockstep.schema.client.ContractDefinedEncoder;
import io.lockstep.schema.client.FeeRowDefinedEncoder;
import io.lockstep.schema.client.MessageHeaderEncoder;
import io.lockstep.schema.client.RiskGroupDefinedEncoder;
import io.lockstep.schema.client.ScanRangeDefinedEncoder;
import io.lockstep.schema.client.SurfaceDefinedEncoder;
import org.agrona.concurrent.UnsafeBuffer;

/** Writes what margin knows of a venue as messages of the log, one at a time. */
final class MarginDefinitions {
  private final MessageHeaderEncoder header = new MessageHeaderEncoder();
  private final RiskGroupDefinedEncoder groupDefined = new RiskGroupDefinedEncoder();
  private final ScanRangeDefinedEncoder scanRangeDefined = new ScanRangeDefinedEncoder();
  private final SurfaceDefinedEncoder surfaceDefined = new SurfaceDefinedEncoder();
  private final ContingenciesDefinedEncoder contingencies = new ContingenciesDefinedEncoder();
  private final ContractDefinedEncoder contractDefined = new ContractDefinedEncoder();
  private final FeeRowDefinedEncoder feeRowDefined = new FeeRowDefinedEncoder();

  /** Answers the message's length, as all of them do. */
  int encode(RiskGroup group, UnsafeBuffer buffer) {
    group.write(groupDefined.wrapAndApplyHeader(buffer, 0, header));
    return MessageHeaderEncoder.ENCODED_LENGTH + RiskGroupDefinedEncoder.BLOCK_LENGTH;
  }

  int encode(ScanRangeRule rule, UnsafeBuffer buffer) {
    rule.write(scanRangeDefined.wrapAndApplyHeader(buffer, 0, header));
    return MessageHeaderEncoder.ENCODED_LENGTH + ScanRangeDefinedEncoder.BLOCK_LENGTH;
  }

  int encode(SurfaceRule rule, UnsafeBuffer buffer) {
    rule.write(surfaceDefined.wrapAndApplyHeader(buffer, 0, header));
    return MessageHeaderEncoder.ENCODED_LENGTH + SurfaceDefinedEncoder.BLOCK_LENGTH;
  }

  int encode(ContingencyRule rule, UnsafeBuffer buffer) {
    contingencies
        .wrapAndApplyHeader(buffer, 0, header)
        .basis(rule.basis())
        .calendar(rule.calendar())
        .tilt(rule.tilt())
        .group(rule.group());
    return MessageHeaderEncoder.ENCODED_LENGTH + ContingenciesDefinedEncoder.BLOCK_LENGTH;
  }

  int encode(MarginContract contract, UnsafeBuffer buffer) {
    contract.write(contractDefined.wrapAndApplyHeader(buffer, 0, header));
    return MessageHeaderEncoder.ENCODED_LENGTH + ContractDefinedEncoder.BLOCK_LENGTH;
  }

  int encode(MarginTerms.FeeRow row, UnsafeBuffer buffer) {
    feeRowDefined
        .wrapAndApplyHeader(buffer, 0, header)
        .maker(row.maker())
        .taker(row.taker())
        .auction(row.auction())
        .instrument(row.instrument())
        .tier((short) row.tier());
    return MessageHeaderEncoder.ENCODED_LENGTH + FeeRowDefinedEncoder.BLOCK_LENGTH;
  }
}
