package io.lockstep.host.gateway;

import io.lockstep.schema.client.ChangeCardDecoder;
import io.lockstep.schema.client.MessageHeaderDecoder;
import io.lockstep.schema.client.MoveAddOnDecoder;
import io.lockstep.schema.client.MoveAssetDecoder;
import io.lockstep.schema.client.MoveCashDecoder;
import io.lockstep.schema.client.ReportVolatilitiesDecoder;
import io.lockstep.schema.client.SetBandDecoder;
import io.lockstep.schema.client.SetFeeTierDecoder;
import io.lockstep.schema.client.SetKillSwitchDecoder;
import io.lockstep.schema.client.SetMarkDecoder;
import io.lockstep.schema.client.SetPhaseDecoder;
import io.lockstep.schema.client.SetVolatilityDecoder;
import io.lockstep.schema.client.SetWindowDecoder;
import io.lockstep.schema.client.TakeSnapshotDecoder;
import java.util.function.Supplier;
import org.agrona.DirectBuffer;

/**
 * What an operator asked for, for people.
 *
 * @param name of the request, as {@code set_phase}.
 * @param what it is to do, as {@code instrument 2 HALTED}; "" where the name says it all.
 */
public record OperatorRequest(String name, String what) {
  /** Reads a request whose form was checked. Allocates: operators ask seldom. */
  static OperatorRequest read(DirectBuffer buffer, int offset) {
    MessageHeaderDecoder header = new MessageHeaderDecoder().wrap(buffer, offset);
    switch (header.templateId()) {
      case SetPhaseDecoder.TEMPLATE_ID:
        SetPhaseDecoder phase = new SetPhaseDecoder().wrapAndApplyHeader(buffer, offset, header);
        return new OperatorRequest(
            "set_phase",
            "instrument " + phase.instrument() + " " + word(phase.phaseRaw(), phase::phase));
      case SetBandDecoder.TEMPLATE_ID:
        SetBandDecoder band = new SetBandDecoder().wrapAndApplyHeader(buffer, offset, header);
        return new OperatorRequest(
            "set_band",
            "instrument " + band.instrument() + " from " + band.low() + " to " + band.high());
      case SetWindowDecoder.TEMPLATE_ID:
        SetWindowDecoder window = new SetWindowDecoder().wrapAndApplyHeader(buffer, offset, header);
        return new OperatorRequest(
            "set_window", "instrument " + window.instrument() + " from " + window.windowBase());
      case SetKillSwitchDecoder.TEMPLATE_ID:
        SetKillSwitchDecoder kill =
            new SetKillSwitchDecoder().wrapAndApplyHeader(buffer, offset, header);
        return new OperatorRequest(
            "set_kill_switch",
            word(kill.scopeRaw(), kill::scope)
                + " "
                + kill.subject()
                + " "
                + word(kill.positionRaw(), kill::position));
      case SetMarkDecoder.TEMPLATE_ID:
        SetMarkDecoder mark = new SetMarkDecoder().wrapAndApplyHeader(buffer, offset, header);
        return new OperatorRequest(
            "set_mark", "instrument " + mark.instrument() + " " + mark.mark());
      case SetVolatilityDecoder.TEMPLATE_ID:
        SetVolatilityDecoder volatility =
            new SetVolatilityDecoder().wrapAndApplyHeader(buffer, offset, header);
        return new OperatorRequest(
            "set_volatility",
            "instrument " + volatility.instrument() + " " + volatility.volatility());
      case MoveCashDecoder.TEMPLATE_ID:
        MoveCashDecoder cash = new MoveCashDecoder().wrapAndApplyHeader(buffer, offset, header);
        return new OperatorRequest("move_cash", "account " + cash.account() + " " + cash.amount());
      case MoveAssetDecoder.TEMPLATE_ID:
        MoveAssetDecoder asset = new MoveAssetDecoder().wrapAndApplyHeader(buffer, offset, header);
        return new OperatorRequest(
            "move_asset",
            "account "
                + asset.account()
                + " instrument "
                + asset.instrument()
                + " "
                + asset.lots());
      case MoveAddOnDecoder.TEMPLATE_ID:
        MoveAddOnDecoder addOn = new MoveAddOnDecoder().wrapAndApplyHeader(buffer, offset, header);
        return new OperatorRequest(
            "move_add_on",
            "account " + addOn.account() + " group " + addOn.group() + " " + addOn.amount());
      case SetFeeTierDecoder.TEMPLATE_ID:
        SetFeeTierDecoder tier = new SetFeeTierDecoder().wrapAndApplyHeader(buffer, offset, header);
        return new OperatorRequest(
            "set_fee_tier", "account " + tier.account() + " tier " + tier.tier());
      case ReportVolatilitiesDecoder.TEMPLATE_ID:
        ReportVolatilitiesDecoder smile =
            new ReportVolatilitiesDecoder().wrapAndApplyHeader(buffer, offset, header);
        return new OperatorRequest(
            "report_volatilities", "group " + smile.group() + " expiry " + smile.expiryNs());
      case ChangeCardDecoder.TEMPLATE_ID:
        ChangeCardDecoder card = new ChangeCardDecoder().wrapAndApplyHeader(buffer, offset, header);
        return new OperatorRequest("change_card", card.card());
      case TakeSnapshotDecoder.TEMPLATE_ID:
        return new OperatorRequest("take_snapshot", "");
      default:
        return new OperatorRequest("template_" + header.templateId(), "");
    }
  }

  /** The name of a code; its number where it has none, since only the engine judges codes. */
  private static String word(int code, Supplier<Enum<?>> named) {
    try {
      return named.get().name();
    } catch (IllegalArgumentException unknown) {
      return Integer.toString(code);
    }
  }
}
