package io.lockstep.sim.fuzz;

import io.lockstep.schema.card.AcceptedDecoder;
import io.lockstep.schema.card.AdjustAddOnDecoder;
import io.lockstep.schema.card.AdjustDecoder;
import io.lockstep.schema.card.ClosePortfolioDecoder;
import io.lockstep.schema.card.ClosePositionDecoder;
import io.lockstep.schema.card.CommitGroupDecoder;
import io.lockstep.schema.card.DoneDecoder;
import io.lockstep.schema.card.EventHeaderDecoder;
import io.lockstep.schema.card.GroupCommittedDecoder;
import io.lockstep.schema.card.LoadAccountDecoder;
import io.lockstep.schema.card.LoadPortfolioDecoder;
import io.lockstep.schema.card.LoadPositionDecoder;
import io.lockstep.schema.card.MarginStatusDecoder;
import io.lockstep.schema.card.NewDecoder;
import io.lockstep.schema.card.OpenPortfolioDecoder;
import io.lockstep.schema.card.OpenPositionDecoder;
import io.lockstep.schema.card.RejectedDecoder;
import io.lockstep.schema.card.ReplaceDecoder;
import io.lockstep.schema.card.ReplacedDecoder;
import io.lockstep.schema.card.SetFeeRowDecoder;
import io.lockstep.schema.card.SetInstrumentDecoder;
import io.lockstep.schema.card.SetSizeCurveDecoder;
import io.lockstep.schema.card.StageArrayDecoder;
import io.lockstep.schema.card.SweepChunkDecoder;
import io.lockstep.schema.card.SweepDoneDecoder;
import io.lockstep.schema.card.TransferDecoder;
import org.agrona.DirectBuffer;

/** What an event, read beside its command, says about margin. */
final class MarginLessons {
  private static final int VERSION = MarginStatusDecoder.SCHEMA_VERSION;

  private final Knowledge knowledge;
  private final DirectBuffer commands;
  private final EventHeaderDecoder eventHeader = new EventHeaderDecoder();
  private final NewDecoder order = new NewDecoder();
  private final ReplaceDecoder replace = new ReplaceDecoder();
  private final SetInstrumentDecoder setInstrument = new SetInstrumentDecoder();
  private final SetFeeRowDecoder setFeeRow = new SetFeeRowDecoder();
  private final SetSizeCurveDecoder setSizeCurve = new SetSizeCurveDecoder();
  private final StageArrayDecoder stageArray = new StageArrayDecoder();
  private final CommitGroupDecoder commitGroup = new CommitGroupDecoder();
  private final SweepChunkDecoder sweepChunk = new SweepChunkDecoder();
  private final OpenPortfolioDecoder openPortfolio = new OpenPortfolioDecoder();
  private final ClosePortfolioDecoder closePortfolio = new ClosePortfolioDecoder();
  private final LoadPortfolioDecoder loadPortfolio = new LoadPortfolioDecoder();
  private final OpenPositionDecoder openPosition = new OpenPositionDecoder();
  private final ClosePositionDecoder closePosition = new ClosePositionDecoder();
  private final LoadPositionDecoder loadPosition = new LoadPositionDecoder();
  private final LoadAccountDecoder loadAccount = new LoadAccountDecoder();
  private final AdjustDecoder adjust = new AdjustDecoder();
  private final AdjustAddOnDecoder adjustAddOn = new AdjustAddOnDecoder();
  private final TransferDecoder transfer = new TransferDecoder();
  private final MarginStatusDecoder marginStatus = new MarginStatusDecoder();

  MarginLessons(Knowledge knowledge, DirectBuffer commands) {
    this.knowledge = knowledge;
    this.commands = commands;
  }

  void learn(int template, int command, DirectBuffer event, int offset) {
    switch (eventHeader.wrap(event, offset).templateId()) {
      case MarginStatusDecoder.TEMPLATE_ID -> {
        marginStatus.wrap(event, offset, MarginStatusDecoder.BLOCK_LENGTH, VERSION);
        if (marginStatus.account() < knowledge.accounts.capacity()) {
          // That of a dry run's own re-valuation stands before its answer.
          if (isDryRun(template, command) && eventHeader.flags().last()) {
            knowledge.margin.money.learnDryRun(marginStatus, knowledge.idOfOldest());
          } else {
            knowledge.margin.money.learn(marginStatus);
          }
        }
      }
      case GroupCommittedDecoder.TEMPLATE_ID -> commit(command);
      case SweepDoneDecoder.TEMPLATE_ID -> sweep(command);
      case AcceptedDecoder.TEMPLATE_ID, ReplacedDecoder.TEMPLATE_ID, RejectedDecoder.TEMPLATE_ID ->
          revalue(template, command);
      case DoneDecoder.TEMPLATE_ID -> {
        revalue(template, command);
        learnOfDone(template, command);
      }
      default -> {}
    }
  }

  private boolean isDryRun(int template, int command) {
    return template == NewDecoder.TEMPLATE_ID && order(command).header().flags().dryRun();
  }

  private NewDecoder order(int command) {
    return order.wrap(commands, command, NewDecoder.BLOCK_LENGTH, VERSION);
  }

  /** These re-value the portfolios of their accounts first, even if they are refused. */
  private void revalue(int template, int command) {
    if (knowledge.isLoading()) {
      return;
    }
    switch (template) {
      case NewDecoder.TEMPLATE_ID -> refresh(order(command).account());
      case ReplaceDecoder.TEMPLATE_ID ->
          refresh(replace.wrap(commands, command, ReplaceDecoder.BLOCK_LENGTH, VERSION).account());
      case AdjustDecoder.TEMPLATE_ID ->
          refresh(adjust.wrap(commands, command, AdjustDecoder.BLOCK_LENGTH, VERSION).account());
      case AdjustAddOnDecoder.TEMPLATE_ID ->
          refresh(
              adjustAddOn
                  .wrap(commands, command, AdjustAddOnDecoder.BLOCK_LENGTH, VERSION)
                  .account());
      case TransferDecoder.TEMPLATE_ID -> {
        transfer.wrap(commands, command, TransferDecoder.BLOCK_LENGTH, VERSION);
        boolean bothKnown =
            knowledge.accounts.isKnown((int) transfer.seller())
                && knowledge.accounts.isKnown((int) transfer.buyer());
        if (bothKnown) {
          refresh(transfer.seller());
          refresh(transfer.buyer());
        }
      }
      default -> {}
    }
  }

  private void refresh(long account) {
    if (knowledge.accounts.isKnown((int) account)) {
      knowledge.margin.portfolios.refreshOf((int) account);
    }
  }

  // ---- parameters

  private void commit(int command) {
    commitGroup.wrap(commands, command, CommitGroupDecoder.BLOCK_LENGTH, VERSION);
    int group = commitGroup.group();
    KnownMargin margin = knowledge.margin;
    if (group >= margin.groups.count) {
      return;
    }
    margin.groups.commit(
        group, commitGroup.epoch(), commitGroup.initialFactor(), commitGroup.maintenanceFactor());
    for (int instrument : margin.groups.members(group)) {
      margin.terms.commit(instrument, margin.groups.current(group));
    }
    margin.portfolios.commit(group);
  }

  private void sweep(int command) {
    sweepChunk.wrap(commands, command, SweepChunkDecoder.BLOCK_LENGTH, VERSION);
    long end =
        Math.min(
            knowledge.margin.portfolios.capacity(), sweepChunk.portfolio() + sweepChunk.count());
    for (long slot = sweepChunk.portfolio(); slot < end; slot++) {
      knowledge.margin.portfolios.refresh((int) slot);
    }
  }

  private int otherBank(int instrument) {
    return 1 - knowledge.margin.groups.current(knowledge.margin.terms.group(instrument));
  }

  private void learnOfDone(int template, int command) {
    KnownTerms terms = knowledge.margin.terms;
    switch (template) {
      case SetInstrumentDecoder.TEMPLATE_ID -> {
        setInstrument.wrap(commands, command, SetInstrumentDecoder.BLOCK_LENGTH, VERSION);
        int instrument = setInstrument.instrument();
        if (instrument < knowledge.instruments.count
            && setInstrument.group() < knowledge.margin.groups.count) {
          terms.learn(setInstrument);
          knowledge.margin.groups.join(instrument, setInstrument.group());
          knowledge.positions.setBound(instrument, setInstrument.positionLimit());
        }
      }
      case SetFeeRowDecoder.TEMPLATE_ID -> {
        setFeeRow.wrap(commands, command, SetFeeRowDecoder.BLOCK_LENGTH, VERSION);
        if (isSet(setFeeRow.instrument()) && setFeeRow.tier() < KnownTerms.TIERS) {
          terms.learn(setFeeRow);
        }
      }
      case StageArrayDecoder.TEMPLATE_ID -> {
        stageArray.wrap(commands, command, StageArrayDecoder.BLOCK_LENGTH, VERSION);
        if (isSet(stageArray.instrument()) && stageArray.part() < terms.parts) {
          terms.learn(stageArray, otherBank(stageArray.instrument()));
        }
      }
      case SetSizeCurveDecoder.TEMPLATE_ID -> {
        setSizeCurve.wrap(commands, command, SetSizeCurveDecoder.BLOCK_LENGTH, VERSION);
        if (isSet(setSizeCurve.instrument())) {
          terms.learn(setSizeCurve, otherBank(setSizeCurve.instrument()));
        }
      }
      default -> learnOfAccounts(template, command);
    }
  }

  private boolean isSet(int instrument) {
    return instrument < knowledge.instruments.count && knowledge.margin.terms.isSet(instrument);
  }

  // ---- accounts, portfolios, positions

  private void learnOfAccounts(int template, int command) {
    KnownPortfolios portfolios = knowledge.margin.portfolios;
    switch (template) {
      case LoadAccountDecoder.TEMPLATE_ID -> {
        loadAccount.wrap(commands, command, LoadAccountDecoder.BLOCK_LENGTH, VERSION);
        if (loadAccount.account() < knowledge.accounts.capacity()) {
          int account = (int) loadAccount.account();
          knowledge.accounts.learn(
              account, (int) loadAccount.selfTradeGroup(), loadAccount.feeTier());
          knowledge.margin.money.setStatus(account, loadAccount.statusRaw());
        }
      }
      case OpenPortfolioDecoder.TEMPLATE_ID -> {
        openPortfolio.wrap(commands, command, OpenPortfolioDecoder.BLOCK_LENGTH, VERSION);
        open(openPortfolio.portfolio(), openPortfolio.account(), openPortfolio.group(), 0, false);
      }
      case LoadPortfolioDecoder.TEMPLATE_ID -> {
        loadPortfolio.wrap(commands, command, LoadPortfolioDecoder.BLOCK_LENGTH, VERSION);
        int group = loadPortfolio.group();
        boolean older =
            group < knowledge.margin.groups.count
                && loadPortfolio.epoch() != knowledge.margin.groups.epoch(group);
        open(
            loadPortfolio.portfolio(),
            loadPortfolio.account(),
            group,
            loadPortfolio.addOn(),
            older);
      }
      case ClosePortfolioDecoder.TEMPLATE_ID -> {
        closePortfolio.wrap(commands, command, ClosePortfolioDecoder.BLOCK_LENGTH, VERSION);
        if (portfolios.isOpen(closePortfolio.portfolio())) {
          portfolios.close((int) closePortfolio.portfolio());
        }
      }
      case AdjustAddOnDecoder.TEMPLATE_ID -> {
        adjustAddOn.wrap(commands, command, AdjustAddOnDecoder.BLOCK_LENGTH, VERSION);
        if (portfolios.isOpen(adjustAddOn.portfolio())) {
          portfolios.adjust((int) adjustAddOn.portfolio(), adjustAddOn.amount());
        }
      }
      default -> learnOfPositions(template, command);
    }
  }

  private void open(long slot, long account, int group, long addOn, boolean older) {
    if (slot < knowledge.margin.portfolios.capacity()
        && account < knowledge.accounts.capacity()
        && group < knowledge.margin.groups.count) {
      knowledge.margin.portfolios.open((int) slot, (int) account, group, addOn, older);
    }
  }

  private void learnOfPositions(int template, int command) {
    switch (template) {
      case OpenPositionDecoder.TEMPLATE_ID -> {
        openPosition.wrap(commands, command, OpenPositionDecoder.BLOCK_LENGTH, VERSION);
        bind(openPosition.positionSlot(), openPosition.portfolio());
      }
      case LoadPositionDecoder.TEMPLATE_ID -> {
        loadPosition.wrap(commands, command, LoadPositionDecoder.BLOCK_LENGTH, VERSION);
        bind(loadPosition.positionSlot(), loadPosition.portfolio());
      }
      case ClosePositionDecoder.TEMPLATE_ID -> {
        closePosition.wrap(commands, command, ClosePositionDecoder.BLOCK_LENGTH, VERSION);
        if (knowledge.margin.portfolios.isOpen(closePosition.portfolio())) {
          knowledge.margin.portfolios.addPositions((int) closePosition.portfolio(), -1);
        }
      }
      case TransferDecoder.TEMPLATE_ID -> {
        transfer.wrap(commands, command, TransferDecoder.BLOCK_LENGTH, VERSION);
        move(transfer.sellerPosition(), true);
        move(transfer.buyerPosition(), false);
      }
      default -> {}
    }
  }

  private void bind(long position, long portfolio) {
    if (knowledge.margin.portfolios.isOpen(portfolio)
        && knowledge.positions.isOpen((int) position)) {
      knowledge.margin.portfolios.addPositions((int) portfolio, 1);
      knowledge.positions.bind((int) position, (int) portfolio);
    }
  }

  private void move(long position, boolean sells) {
    if (knowledge.positions.isOpen((int) position)) {
      knowledge.positions.fill((int) position, sells, transfer.quantity());
    }
  }
}
