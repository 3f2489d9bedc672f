package io.lockstep.sim.lockstep;

import io.lockstep.driver.Card;
import io.lockstep.schema.card.AcceptedDecoder;
import io.lockstep.schema.card.AuditAccountDecoder;
import io.lockstep.schema.card.AuditDecoder;
import io.lockstep.schema.card.AuditInstrumentDecoder;
import io.lockstep.schema.card.AuditOrderDecoder;
import io.lockstep.schema.card.AuditPositionDecoder;
import io.lockstep.schema.card.BarrierDecoder;
import io.lockstep.schema.card.CancelDecoder;
import io.lockstep.schema.card.CancelledDecoder;
import io.lockstep.schema.card.ClosePositionDecoder;
import io.lockstep.schema.card.CommandHeaderDecoder;
import io.lockstep.schema.card.CrossDecoder;
import io.lockstep.schema.card.DoneDecoder;
import io.lockstep.schema.card.EndOfLoadDecoder;
import io.lockstep.schema.card.FaultDecoder;
import io.lockstep.schema.card.LoadOrderDecoder;
import io.lockstep.schema.card.LoadPositionDecoder;
import io.lockstep.schema.card.MarginStatusDecoder;
import io.lockstep.schema.card.MassCancelDecoder;
import io.lockstep.schema.card.NewDecoder;
import io.lockstep.schema.card.OpenPositionDecoder;
import io.lockstep.schema.card.ParkDecoder;
import io.lockstep.schema.card.RejectedDecoder;
import io.lockstep.schema.card.ReplaceDecoder;
import io.lockstep.schema.card.ReplacedDecoder;
import io.lockstep.schema.card.SetAccountDecoder;
import io.lockstep.schema.card.SetBandDecoder;
import io.lockstep.schema.card.SetInstrumentDecoder;
import io.lockstep.schema.card.SetWindowDecoder;
import io.lockstep.schema.card.StageArrayDecoder;
import io.lockstep.schema.card.TopOfBookDecoder;
import io.lockstep.schema.card.TradeDecoder;
import io.lockstep.schema.card.UnparkDecoder;
import java.nio.ByteOrder;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.agrona.DirectBuffer;
import org.agrona.sbe.MessageDecoderFlyweight;

/** Commands and events as text for people: decoded by the schema, and in hex. Allocates. */
public final class MessageText {
  private static final int WORD_BYTES = 4;
  private static final Map<Integer, MessageDecoderFlyweight> DECODERS = decoders();

  private MessageText() {}

  /** The message's name and all its fields. */
  public static synchronized String decoded(DirectBuffer message, int at) {
    int template = new CommandHeaderDecoder().wrap(message, at).templateId();
    MessageDecoderFlyweight decoder = DECODERS.get(template);
    if (decoder == null) {
      return "template " + template + ", unknown";
    }
    try {
      return plain(
          decoder.wrap(message, at, Card.MESSAGE_BYTES, decoder.sbeSchemaVersion()).toString());
    } catch (IllegalArgumentException e) {
      // A code that is none: hostile commands have such.
      return "template " + template + ", not decodable: " + e.getMessage();
    }
  }

  /** SBE's text without the schema's figures, which are the same in every message. */
  private static String plain(String text) {
    return text.replaceFirst("^\\[(\\w+)]\\(.*?\\):", "$1 ").replace('|', ' ');
  }

  private static Map<Integer, MessageDecoderFlyweight> decoders() {
    Map<Integer, MessageDecoderFlyweight> decoders = new HashMap<>();
    for (MessageDecoderFlyweight decoder :
        List.of(
            new NewDecoder(),
            new CancelDecoder(),
            new ReplaceDecoder(),
            new MassCancelDecoder(),
            new ParkDecoder(),
            new UnparkDecoder(),
            new CrossDecoder(),
            new SetInstrumentDecoder(),
            new SetAccountDecoder(),
            new SetBandDecoder(),
            new SetWindowDecoder(),
            new OpenPositionDecoder(),
            new ClosePositionDecoder(),
            new StageArrayDecoder(),
            new LoadPositionDecoder(),
            new LoadOrderDecoder(),
            new EndOfLoadDecoder(),
            new AuditDecoder(),
            new BarrierDecoder(),
            new AcceptedDecoder(),
            new RejectedDecoder(),
            new TradeDecoder(),
            new CancelledDecoder(),
            new ReplacedDecoder(),
            new TopOfBookDecoder(),
            new MarginStatusDecoder(),
            new AuditInstrumentDecoder(),
            new AuditOrderDecoder(),
            new AuditPositionDecoder(),
            new AuditAccountDecoder(),
            new FaultDecoder(),
            new DoneDecoder())) {
      decoders.put(decoder.sbeTemplateId(), decoder);
    }
    return decoders;
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
