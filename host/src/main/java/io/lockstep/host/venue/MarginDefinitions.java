package io.lockstep.host.venue;

import io.lockstep.schema.client.ContractDefinedEncoder;
import io.lockstep.schema.client.FeeRowDefinedEncoder;
import io.lockstep.schema.client.MessageHeaderEncoder;
import io.lockstep.schema.client.RiskGroupDefinedEncoder;
import java.util.List;
import org.agrona.concurrent.UnsafeBuffer;

/** Writes what margin knows of a venue as messages of the log, one at a time. */
final class MarginDefinitions {
  private final MessageHeaderEncoder header = new MessageHeaderEncoder();
  private final RiskGroupDefinedEncoder groupDefined = new RiskGroupDefinedEncoder();
  private final ContractDefinedEncoder contractDefined = new ContractDefinedEncoder();
  private final FeeRowDefinedEncoder feeRowDefined = new FeeRowDefinedEncoder();

  /** Answers the message's length. */
  int encode(MarginTerms.RiskGroup group, UnsafeBuffer buffer) {
    groupDefined
        .wrapAndApplyHeader(buffer, 0, header)
        .scanRange(group.scanRange())
        .group(group.id())
        .initialFactor(group.initialFactor())
        .maintenanceFactor(group.maintenanceFactor())
        .scenarios(group.scenarios());
    return MessageHeaderEncoder.ENCODED_LENGTH + RiskGroupDefinedEncoder.BLOCK_LENGTH;
  }

  /** Answers the message's length. */
  int encode(MarginTerms.Contract contract, UnsafeBuffer buffer) {
    List<Long> bounds = contract.size().bounds();
    List<Long> slopes = contract.size().slopes();
    contractDefined
        .wrapAndApplyHeader(buffer, 0, header)
        .expiryNs(contract.expiryNs())
        .strike(contract.strike())
        .payout(contract.payout())
        .worstFee(contract.worstFee())
        .shortOptionMinimum(contract.shortOptionMinimum())
        .volatility(contract.volatility())
        .haircut(contract.haircut())
        .positionLimit(contract.positionLimit())
        .closeBand(contract.closeBand())
        .bound1(bounds.get(0))
        .bound2(bounds.get(1))
        .bound3(bounds.get(2))
        .slope0(slopes.get(0))
        .slope1(slopes.get(1))
        .slope2(slopes.get(2))
        .slope3(slopes.get(3))
        .instrument(contract.instrument())
        .underlying(contract.underlying())
        .group(contract.group())
        .kind(contract.kind());
    return MessageHeaderEncoder.ENCODED_LENGTH + ContractDefinedEncoder.BLOCK_LENGTH;
  }

  /** Answers the message's length. */
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
