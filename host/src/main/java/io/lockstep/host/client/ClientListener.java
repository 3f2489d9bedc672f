package io.lockstep.host.client;

import io.lockstep.schema.client.AuctionResultDecoder;
import io.lockstep.schema.client.CashMovedDecoder;
import io.lockstep.schema.client.EndReason;
import io.lockstep.schema.client.ExecutionReportDecoder;
import io.lockstep.schema.client.IndicativeAuctionDecoder;
import io.lockstep.schema.client.InstrumentStatusDecoder;
import io.lockstep.schema.client.MachineAnswerDecoder;
import io.lockstep.schema.client.MarginDecoder;
import io.lockstep.schema.client.MarginStatusDecoder;
import io.lockstep.schema.client.RefusedDecoder;
import io.lockstep.schema.client.ReplacedDecoder;
import io.lockstep.schema.client.RequestDoneDecoder;
import io.lockstep.schema.client.TopOfBookDecoder;
import io.lockstep.schema.client.TradeDecoder;

/**
 * Takes what an appliance sends to a client. Called inside {@link LockstepClient#poll}; the
 * decoders are valid during the call only. Each method does nothing unless overridden.
 */
public interface ClientListener {
  /** What became of a request or an order. */
  default void onExecutionReport(ExecutionReportDecoder report) {}

  /** A trade of one of the client's orders. */
  default void onTrade(TradeDecoder trade) {}

  /** Best prices of an instrument changed. */
  default void onTopOfBook(TopOfBookDecoder top) {}

  /** An order has a new price and total. */
  default void onReplaced(ReplacedDecoder replaced) {}

  /** A request that names no single order was carried out, or refused. */
  default void onRequestDone(RequestDoneDecoder done) {}

  /** Phase or band of an instrument changed. */
  default void onInstrumentStatus(InstrumentStatusDecoder status) {}

  /** What the auction of an instrument would do now. */
  default void onIndicativeAuction(IndicativeAuctionDecoder indicative) {}

  /** What the auction of an instrument did. */
  default void onAuctionResult(AuctionResultDecoder result) {}

  /** The margin status of one of the participant's accounts changed. */
  default void onMarginStatus(MarginStatusDecoder status) {}

  /** Cash of one of the participant's accounts was deposited or withdrawn. */
  default void onCashMoved(CashMovedDecoder moved) {}

  /** How an account stands, or would stand with an order in. */
  default void onMargin(MarginDecoder margin) {}

  /** What came of an operator's request that concerns the machine. */
  default void onMachineAnswer(MachineAnswerDecoder answer) {}

  /** The gateway refused a message; it did not reach the log. */
  default void onRefused(RefusedDecoder refused) {}

  /** The appliance has ended the session, for a reason; nothing comes after it. */
  default void onLogout(EndReason reason) {}
}
