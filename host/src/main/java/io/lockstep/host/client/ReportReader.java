package io.lockstep.host.client;

import io.lockstep.schema.client.AuctionResultDecoder;
import io.lockstep.schema.client.CashMovedDecoder;
import io.lockstep.schema.client.ExecutionReportDecoder;
import io.lockstep.schema.client.IndicativeAuctionDecoder;
import io.lockstep.schema.client.InstrumentStatusDecoder;
import io.lockstep.schema.client.MachineAnswerDecoder;
import io.lockstep.schema.client.MarginDecoder;
import io.lockstep.schema.client.MarginStatusDecoder;
import io.lockstep.schema.client.MessageHeaderDecoder;
import io.lockstep.schema.client.OutputHeaderDecoder;
import io.lockstep.schema.client.RefusedDecoder;
import io.lockstep.schema.client.ReplacedDecoder;
import io.lockstep.schema.client.RequestDoneDecoder;
import io.lockstep.schema.client.TopOfBookDecoder;
import io.lockstep.schema.client.TradeDecoder;
import org.agrona.DirectBuffer;

/** Hands an appliance's reports to a listener, decoded. One thread; allocates nothing. */
final class ReportReader {
  // As the schema has them: what leaves the engine, each with its number in front.
  private static final int FIRST_REPORT = 64;
  private static final int LAST_REPORT = 99;

  private final MessageHeaderDecoder header = new MessageHeaderDecoder();
  private final ExecutionReportDecoder execution = new ExecutionReportDecoder();
  private final TradeDecoder trade = new TradeDecoder();
  private final TopOfBookDecoder topOfBook = new TopOfBookDecoder();
  private final ReplacedDecoder replaced = new ReplacedDecoder();
  private final RequestDoneDecoder requestDone = new RequestDoneDecoder();
  private final InstrumentStatusDecoder instrumentStatus = new InstrumentStatusDecoder();
  private final IndicativeAuctionDecoder indicative = new IndicativeAuctionDecoder();
  private final AuctionResultDecoder auctionResult = new AuctionResultDecoder();
  private final MarginStatusDecoder marginStatus = new MarginStatusDecoder();
  private final CashMovedDecoder cashMoved = new CashMovedDecoder();
  private final MarginDecoder margin = new MarginDecoder();
  private final OutputHeaderDecoder output = new OutputHeaderDecoder();
  private final MachineAnswerDecoder machineAnswer = new MachineAnswerDecoder();
  private final RefusedDecoder refused = new RefusedDecoder();

  /** Number of a report; of any other message the number given. */
  long outputSequence(DirectBuffer message, int offset, long otherwise) {
    int template = header.wrap(message, offset).templateId();
    return template >= FIRST_REPORT && template <= LAST_REPORT
        ? output.wrap(message, offset + MessageHeaderDecoder.ENCODED_LENGTH).outputSequence()
        : otherwise;
  }

  /** Hands over a message that is a report; any other means nothing to a listener. */
  void read(DirectBuffer message, int offset, ClientListener to) {
    header.wrap(message, offset);
    switch (header.templateId()) {
      case ExecutionReportDecoder.TEMPLATE_ID:
        to.onExecutionReport(execution.wrapAndApplyHeader(message, offset, header));
        break;
      case TradeDecoder.TEMPLATE_ID:
        to.onTrade(trade.wrapAndApplyHeader(message, offset, header));
        break;
      case TopOfBookDecoder.TEMPLATE_ID:
        to.onTopOfBook(topOfBook.wrapAndApplyHeader(message, offset, header));
        break;
      case ReplacedDecoder.TEMPLATE_ID:
        to.onReplaced(replaced.wrapAndApplyHeader(message, offset, header));
        break;
      case RequestDoneDecoder.TEMPLATE_ID:
        to.onRequestDone(requestDone.wrapAndApplyHeader(message, offset, header));
        break;
      case InstrumentStatusDecoder.TEMPLATE_ID:
        to.onInstrumentStatus(instrumentStatus.wrapAndApplyHeader(message, offset, header));
        break;
      case IndicativeAuctionDecoder.TEMPLATE_ID:
        to.onIndicativeAuction(indicative.wrapAndApplyHeader(message, offset, header));
        break;
      case AuctionResultDecoder.TEMPLATE_ID:
        to.onAuctionResult(auctionResult.wrapAndApplyHeader(message, offset, header));
        break;
      case MarginStatusDecoder.TEMPLATE_ID:
        to.onMarginStatus(marginStatus.wrapAndApplyHeader(message, offset, header));
        break;
      case CashMovedDecoder.TEMPLATE_ID:
        to.onCashMoved(cashMoved.wrapAndApplyHeader(message, offset, header));
        break;
      case MarginDecoder.TEMPLATE_ID:
        to.onMargin(margin.wrapAndApplyHeader(message, offset, header));
        break;
      case MachineAnswerDecoder.TEMPLATE_ID:
        to.onMachineAnswer(machineAnswer.wrapAndApplyHeader(message, offset, header));
        break;
      case RefusedDecoder.TEMPLATE_ID:
        to.onRefused(refused.wrapAndApplyHeader(message, offset, header));
        break;
      default: // a heartbeat, or a message of a later version: nothing to do
        break;
    }
  }
}
