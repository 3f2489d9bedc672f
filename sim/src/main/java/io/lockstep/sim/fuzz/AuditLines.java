package io.lockstep.sim.fuzz;

import io.lockstep.driver.Card;
import io.lockstep.driver.EventHandler;
import io.lockstep.driver.StateHash;
import io.lockstep.schema.card.DoneDecoder;
import io.lockstep.schema.card.EventHeaderDecoder;
import io.lockstep.schema.card.TemplateId;
import org.agrona.DirectBuffer;
import org.agrona.ExpandableArrayBuffer;

/** The lines of the audit that was answered last, and their state hash. */
final class AuditLines implements EventHandler {
  private static final int FIRST_LINE = TemplateId.AUDIT_INSTRUMENT.value();
  private static final int LAST_LINE = TemplateId.AUDIT_ACCOUNT.value();
  private static final int FIRST_LINE_OF_MARGIN = TemplateId.AUDIT_GROUP.value();
  private static final int LAST_LINE_OF_MARGIN = TemplateId.AUDIT_TERMS.value();

  private final ExpandableArrayBuffer lines = new ExpandableArrayBuffer();
  private final EventHeaderDecoder header = new EventHeaderDecoder();
  private final StateHash hash = new StateHash();
  private final DoneDecoder done = new DoneDecoder();
  private int count;
  private long stateHash;
  private int answered;

  @Override
  public void onEvent(DirectBuffer event, int offset) {
    int template = header.wrap(event, offset).templateId();
    if (isLine(template)) {
      lines.putBytes(count++ * Card.MESSAGE_BYTES, event, offset, Card.MESSAGE_BYTES);
      hash.onEvent(event, offset);
    } else if (template == DoneDecoder.TEMPLATE_ID && isAudit(event, offset)) {
      stateHash = hash.value();
      answered = count;
      hash.reset();
      count = 0;
    }
  }

  private static boolean isLine(int template) {
    return (template >= FIRST_LINE && template <= LAST_LINE)
        || (template >= FIRST_LINE_OF_MARGIN && template <= LAST_LINE_OF_MARGIN);
  }

  private boolean isAudit(DirectBuffer event, int offset) {
    done.wrap(event, offset, DoneDecoder.BLOCK_LENGTH, DoneDecoder.SCHEMA_VERSION);
    return done.commandTemplateRaw() == TemplateId.AUDIT.value();
  }

  /** Of the last audit. */
  long stateHash() {
    return stateHash;
  }

  /** Lines of the last audit. */
  int count() {
    return answered;
  }

  /** The last audit's lines, 64 bytes each; valid until the next audit. */
  DirectBuffer lines() {
    return lines;
  }
}
