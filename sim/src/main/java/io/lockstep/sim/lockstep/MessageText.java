package io.lockstep.sim.lockstep;

import io.lockstep.driver.Card;
import io.lockstep.schema.card.AcceptedDecoder;
import io.lockstep.schema.card.AuditDecoder;
import io.lockstep.schema.card.AuditInstrumentDecoder;
import io.lockstep.schema.card.AuditOrderDecoder;
import io.lockstep.schema.card.BarrierDecoder;
import io.lockstep.schema.card.CancelDecoder;
import io.lockstep.schema.card.CancelledDecoder;
import io.lockstep.schema.card.CommandHeaderDecoder;
import io.lockstep.schema.card.DoneDecoder;
import io.lockstep.schema.card.FaultDecoder;
import io.lockstep.schema.card.LoadOrderDecoder;
import io.lockstep.schema.card.MarginStatusDecoder;
import io.lockstep.schema.card.NewDecoder;
import io.lockstep.schema.card.RejectedDecoder;
import io.lockstep.schema.card.ReplaceDecoder;
import io.lockstep.schema.card.ReplacedDecoder;
import io.lockstep.schema.card.SetBandDecoder;
import io.lockstep.schema.card.SetInstrumentDecoder;
import io.lockstep.schema.card.SetWindowDecoder;
import io.lockstep.schema.card.StageArrayDecoder;
import io.lockstep.schema.card.TopOfBookDecoder;
import io.lockstep.schema.card.TradeDecoder;
import java.nio.ByteOrder;
import org.agrona.DirectBuffer;

/** Commands and events as text for people: decoded by the schema, and in hex. Allocates. */
public final class MessageText {
  private static final int WORD_BYTES = 4;

  private MessageText() {}

  /** The message's name and all its fields. */
  public static String decoded(DirectBuffer message, int at) {
    int template = new CommandHeaderDecoder().wrap(message, at).templateId();
    try {
      return plain(decoded(template, message, at));
    } catch (IllegalArgumentException e) {
      // A code that is none: hostile commands have such.
      return "template " + template + ", not decodable: " + e.getMessage();
    }
  }

  /** SBE's text without the schema's figures, which are the same in every message. */
  private static String plain(String text) {
    return text.replaceFirst("^\\[(\\w+)]\\(.*?\\):", "$1 ").replace('|', ' ');
  }

  private static String decoded(int template, DirectBuffer message, int at) {
    return switch (template) {
      case NewDecoder.TEMPLATE_ID ->
          new NewDecoder()
              .wrap(message, at, Card.MESSAGE_BYTES, NewDecoder.SCHEMA_VERSION)
              .toString();
      case CancelDecoder.TEMPLATE_ID ->
          new CancelDecoder()
              .wrap(message, at, Card.MESSAGE_BYTES, CancelDecoder.SCHEMA_VERSION)
              .toString();
      case ReplaceDecoder.TEMPLATE_ID ->
          new ReplaceDecoder()
              .wrap(message, at, Card.MESSAGE_BYTES, ReplaceDecoder.SCHEMA_VERSION)
              .toString();
      case SetInstrumentDecoder.TEMPLATE_ID ->
          new SetInstrumentDecoder()
              .wrap(message, at, Card.MESSAGE_BYTES, SetInstrumentDecoder.SCHEMA_VERSION)
              .toString();
      case SetBandDecoder.TEMPLATE_ID ->
          new SetBandDecoder()
              .wrap(message, at, Card.MESSAGE_BYTES, SetBandDecoder.SCHEMA_VERSION)
              .toString();
      case SetWindowDecoder.TEMPLATE_ID ->
          new SetWindowDecoder()
              .wrap(message, at, Card.MESSAGE_BYTES, SetWindowDecoder.SCHEMA_VERSION)
              .toString();
      case StageArrayDecoder.TEMPLATE_ID ->
          new StageArrayDecoder()
              .wrap(message, at, Card.MESSAGE_BYTES, StageArrayDecoder.SCHEMA_VERSION)
              .toString();
      case LoadOrderDecoder.TEMPLATE_ID ->
          new LoadOrderDecoder()
              .wrap(message, at, Card.MESSAGE_BYTES, LoadOrderDecoder.SCHEMA_VERSION)
              .toString();
      case AuditDecoder.TEMPLATE_ID ->
          new AuditDecoder()
              .wrap(message, at, Card.MESSAGE_BYTES, AuditDecoder.SCHEMA_VERSION)
              .toString();
      case BarrierDecoder.TEMPLATE_ID ->
          new BarrierDecoder()
              .wrap(message, at, Card.MESSAGE_BYTES, BarrierDecoder.SCHEMA_VERSION)
              .toString();
      case AcceptedDecoder.TEMPLATE_ID ->
          new AcceptedDecoder()
              .wrap(message, at, Card.MESSAGE_BYTES, AcceptedDecoder.SCHEMA_VERSION)
              .toString();
      case RejectedDecoder.TEMPLATE_ID ->
          new RejectedDecoder()
              .wrap(message, at, Card.MESSAGE_BYTES, RejectedDecoder.SCHEMA_VERSION)
              .toString();
      case TradeDecoder.TEMPLATE_ID ->
          new TradeDecoder()
              .wrap(message, at, Card.MESSAGE_BYTES, TradeDecoder.SCHEMA_VERSION)
              .toString();
      case CancelledDecoder.TEMPLATE_ID ->
          new CancelledDecoder()
              .wrap(message, at, Card.MESSAGE_BYTES, CancelledDecoder.SCHEMA_VERSION)
              .toString();
      case ReplacedDecoder.TEMPLATE_ID ->
          new ReplacedDecoder()
              .wrap(message, at, Card.MESSAGE_BYTES, ReplacedDecoder.SCHEMA_VERSION)
              .toString();
      case TopOfBookDecoder.TEMPLATE_ID ->
          new TopOfBookDecoder()
              .wrap(message, at, Card.MESSAGE_BYTES, TopOfBookDecoder.SCHEMA_VERSION)
              .toString();
      case MarginStatusDecoder.TEMPLATE_ID ->
          new MarginStatusDecoder()
              .wrap(message, at, Card.MESSAGE_BYTES, MarginStatusDecoder.SCHEMA_VERSION)
              .toString();
      case AuditInstrumentDecoder.TEMPLATE_ID ->
          new AuditInstrumentDecoder()
              .wrap(message, at, Card.MESSAGE_BYTES, AuditInstrumentDecoder.SCHEMA_VERSION)
              .toString();
      case AuditOrderDecoder.TEMPLATE_ID ->
          new AuditOrderDecoder()
              .wrap(message, at, Card.MESSAGE_BYTES, AuditOrderDecoder.SCHEMA_VERSION)
              .toString();
      case FaultDecoder.TEMPLATE_ID ->
          new FaultDecoder()
              .wrap(message, at, Card.MESSAGE_BYTES, FaultDecoder.SCHEMA_VERSION)
              .toString();
      case DoneDecoder.TEMPLATE_ID ->
          new DoneDecoder()
              .wrap(message, at, Card.MESSAGE_BYTES, DoneDecoder.SCHEMA_VERSION)
              .toString();
      default -> "template " + template + ", unknown";
    };
  }

  /** The 64 bytes in the order of their offsets, in groups of four. */
  public static String hex(DirectBuffer message, int at) {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < Card.MESSAGE_BYTES; i += WORD_BYTES) {
      int word = message.getInt(at + i, ByteOrder.BIG_ENDIAN);
      text.append(i == 0 ? "" : " ").append("%08x".formatted(word));
    }
    return text.toString();
  }
}
