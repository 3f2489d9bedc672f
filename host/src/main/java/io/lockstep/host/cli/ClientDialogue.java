package io.lockstep.host.cli;

import io.lockstep.host.client.LockstepClient;
import java.io.PrintWriter;

/** Sends what lines say and prints what comes back, until there are no more lines. */
final class ClientDialogue {
  private static final int MESSAGES_A_POLL = 64;
  private static final int REQUESTS_WITHOUT_ANSWER_MAX = 64;
  private static final int IDLE_MS = 1;

  private final LockstepClient client;
  private final ClientSender sender;
  private final ReportPrinter printer;
  private final PrintWriter out;
  private final PrintWriter err;
  private boolean wrongLine;

  /**
   * @param withTop best prices too.
   */
  ClientDialogue(
      LockstepClient client,
      ClientSender sender,
      boolean withTop,
      PrintWriter out,
      PrintWriter err) {
    this.client = client;
    this.sender = sender;
    this.out = out;
    this.err = err;
    printer = new ReportPrinter(out, withTop, sender.lastId());
  }

  // ------------------------------------------------------------------ CSV

  /**
   * Sends CSV and waits for the last answer.
   *
   * @return false if a line was wrong: it is told, and the rest is not read.
   */
  boolean sendCsv(LineReader lines) {
    ClientRequest next = null;
    int line = 0;
    while (!wrongLine && (next != null || !lines.hasEnded())) {
      if (next == null) {
        String text = lines.poll();
        if (text != null) {
          line++;
          next = read(text, line);
        }
      }
      boolean room = sender.lastId() - printer.answeredThrough() < REQUESTS_WITHOUT_ANSWER_MAX;
      boolean sent = next != null && room && sender.send(next);
      next = sent ? null : next;
      poll(sent);
    }
    while (!sender.sendEndMark()) {
      poll(false);
    }
    printer.keepSilentAbout(sender.lastId());
    awaitAnswer();
    return !wrongLine;
  }

  private ClientRequest read(String text, int line) {
    try {
      return ClientCsv.read(text);
    } catch (IllegalArgumentException wrong) {
      wrong(line, wrong);
      return null;
    }
  }

  private void wrong(int line, IllegalArgumentException wrong) {
    wrongLine = true;
    err.println("./lockstep client: line " + line + ": " + wrong.getMessage());
    err.flush();
  }

  // ------------------------------------------------------------------ prompt

  /** Asks for lines until there are none, or one says so. */
  void prompt(LineReader lines) {
    out.println(ClientPrompt.HELP);
    askForMore();
    while (!lines.hasEnded()) {
      String line = lines.poll();
      if (line == null) {
        poll(false);
        continue;
      }
      switch (line.strip()) {
        case "quit", "exit" -> {
          return;
        }
        case "" -> {}
        case "help" -> out.println(ClientPrompt.HELP);
        default -> sendTyped(line);
      }
      askForMore();
    }
  }

  private void sendTyped(String line) {
    try {
      ClientRequest request = ClientPrompt.read(line);
      while (!sender.send(request)) {
        poll(false);
      }
    } catch (IllegalArgumentException wrong) {
      out.println(wrong.getMessage());
      return;
    }
    awaitAnswer();
  }

  private void askForMore() {
    out.print("> ");
    out.flush();
  }

  // ------------------------------------------------------------------ drop copy

  /** Prints what comes, until the session ends, which is told as an exception. */
  void listen() {
    while (true) {
      poll(false);
    }
  }

  // ------------------------------------------------------------------ all

  private void awaitAnswer() {
    while (printer.answeredThrough() < sender.lastId()) {
      poll(false);
    }
  }

  private void poll(boolean busy) {
    if (client.poll(printer, MESSAGES_A_POLL) == 0 && !busy) {
      if (!client.isConnected()) {
        throw ClientSender.isGone(client);
      }
      pause();
    }
  }

  private static void pause() {
    try {
      Thread.sleep(IDLE_MS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted", e);
    }
  }
}
