package io.lockstep.host.gateway;

import io.lockstep.host.machine.MachineMail;
import io.lockstep.host.machine.MachineReply;
import io.lockstep.host.machine.MachineRequest;
import io.lockstep.schema.client.ChangeCardDecoder;
import io.lockstep.schema.client.MessageHeaderDecoder;
import io.lockstep.schema.client.RejectReason;
import org.agrona.DirectBuffer;

/**
 * Passes operators' requests that concern the machine on to the desk, and its answers back, to
 * sessions that are still there.
 */
final class MachineWindow {
  private final ChangeCardDecoder changeCard = new ChangeCardDecoder();
  private final MessageHeaderDecoder header = new MessageHeaderDecoder();
  private final MachineMail mail;
  private final SessionTable sessions;
  private final Answers answers;

  MachineWindow(MachineMail mail, SessionTable sessions, Answers answers) {
    this.mail = mail;
    this.sessions = sessions;
    this.answers = answers;
  }

  /** Takes a request whose form was checked. */
  RejectReason take(Session session, RequestCheck request, DirectBuffer buffer, int offset) {
    String text =
        request.templateId() == ChangeCardDecoder.TEMPLATE_ID
            ? changeCard.wrapAndApplyHeader(buffer, offset, header).card()
            : "";
    MachineRequest asked =
        new MachineRequest(session.id(), request.clientOrderId(), request.templateId(), text);
    return mail.ask(asked) ? RejectReason.NONE : RejectReason.BUSY;
  }

  /** Sends an answer, if there is one that its client takes now. */
  int answer() {
    MachineReply reply = mail.reply();
    if (reply == null) {
      return 0;
    }
    Session session = sessions.get(reply.to().session()).connection();
    if (session == null || answers.machine(session.publication(), reply)) {
      mail.removeReply();
      return 1;
    }
    return 0;
  }
}
