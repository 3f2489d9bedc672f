package io.lockstep.host.cli;

import io.lockstep.host.csv.LineException;
import io.lockstep.host.replay.InputException;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Mixin;

/** Prices and Greeks behind CSV. */
@Command(
    name = "price",
    sortOptions = false,
    abbreviateSynopsis = true,
    description = {
      "Reads contracts from standard input and writes their prices and Greeks to standard output:"
          + " CSV, a line a contract, a line a result.",
      "Types: future, perpetual, call, put, digital-call, digital-put. Columns:"
          + " type,spot,forward,strike,rate,dividend,years,volatility,payout. docs/pricing.md tells"
          + " their units."
    },
    footer = {
      "",
      "Exit status: 0 done; 2 wrong use, or a line is wrong.",
      "",
      "Example: echo call,100,,105,0.05,,0.5,0.2 | ./lockstep price"
    })
final class PriceCommand implements Callable<Integer> {
  @Mixin private HelpOption help;

  @Override
  public Integer call() throws IOException {
    try {
      new PriceLines(System.in, new FileOutputStream(FileDescriptor.out)).run();
    } catch (LineException wrong) {
      throw new InputException(wrong.getMessage(), wrong);
    }
    return ExitCode.OK;
  }
}
