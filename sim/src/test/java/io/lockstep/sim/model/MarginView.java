package io.lockstep.sim.model;

import io.lockstep.schema.card.AuditAccountDecoder;
import io.lockstep.schema.card.AuditLanesDecoder;
import io.lockstep.schema.card.AuditPortfolioDecoder;
import io.lockstep.schema.card.EventHeaderDecoder;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.agrona.concurrent.UnsafeBuffer;

/** What an audit of everything told of margin. */
final class MarginView {
  /** A portfolio; V and W by scenario. */
  record Portfolio(
      long account,
      int group,
      long initial,
      long maintenance,
      long value,
      Map<Integer, Long> profits,
      Map<Integer, Long> worst) {
    /** The largest loss of its positions; below zero: a profit in every scenario. */
    long scanLoss() {
      return -profits.values().stream().mapToLong(profit -> profit).min().orElseThrow();
    }
  }

  /** An account's line. */
  record Account(long cash, long reserve, long initial, long maintenance) {}

  final AuditView book;
  final List<Portfolio> portfolios = new ArrayList<>();
  final Map<Long, Account> accounts = new TreeMap<>();

  MarginView(List<UnsafeBuffer> lines) {
    book = new AuditView(lines);
    lines.forEach(this::take);
  }

  private void take(UnsafeBuffer line) {
    switch (new EventHeaderDecoder().wrap(line, 0).templateId()) {
      case AuditPortfolioDecoder.TEMPLATE_ID -> {
        AuditPortfolioDecoder of = new AuditPortfolioDecoder().wrap(line, 0, 64, 1);
        portfolios.add(
            new Portfolio(
                of.account(),
                of.group(),
                of.initialMargin(),
                of.maintenanceMargin(),
                of.value(),
                new TreeMap<>(),
                new TreeMap<>()));
      }
      case AuditLanesDecoder.TEMPLATE_ID -> {
        AuditLanesDecoder of = new AuditLanesDecoder().wrap(line, 0, 64, 1);
        Portfolio portfolio = portfolios.get(portfolios.size() - 1);
        portfolio.profits.put(of.scenario(), of.positions0());
        portfolio.profits.put(of.scenario() + 1, of.positions1());
        portfolio.worst.put(of.scenario(), of.worst0());
        portfolio.worst.put(of.scenario() + 1, of.worst1());
      }
      case AuditAccountDecoder.TEMPLATE_ID -> {
        AuditAccountDecoder of = new AuditAccountDecoder().wrap(line, 0, 64, 1);
        accounts.put(
            of.account(),
            new Account(of.cash(), of.reserve(), of.initialMargin(), of.maintenanceMargin()));
      }
      default -> {}
    }
  }

  Portfolio portfolio(long account, int group) {
    return portfolios.stream()
        .filter(of -> of.account == account && of.group == group)
        .findFirst()
        .orElseThrow();
  }

  long value(long account) {
    return portfolios.stream()
        .filter(of -> of.account == account)
        .mapToLong(Portfolio::value)
        .sum();
  }

  long free(long account) {
    Account of = accounts.get(account);
    return of.cash + value(account) - of.reserve - of.initial;
  }

  /** The largest loss of each of an account's portfolios. */
  long[] scanLosses(long account) {
    return portfolios.stream()
        .filter(of -> of.account == account)
        .mapToLong(Portfolio::scanLoss)
        .toArray();
  }

  /** The cash of all accounts. */
  long cash() {
    return accounts.values().stream().mapToLong(Account::cash).sum();
  }

  @Override
  public String toString() {
    return accounts + " " + portfolios + " " + Arrays.toString(book.positions.toArray());
  }
}
