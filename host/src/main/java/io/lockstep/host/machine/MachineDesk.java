package io.lockstep.host.machine;

import java.util.Optional;
import java.util.function.Function;
import org.agrona.concurrent.Agent;

/** Does what operators ask for, one request after the other. The engine's thread. */
public final class MachineDesk implements Agent {
  private final MachineMail mail;
  private final Function<MachineRequest, MachineJob> jobs;
  private MachineRequest request;
  private MachineJob job;

  /**
   * @param jobs begins what a request asks for.
   */
  public MachineDesk(MachineMail mail, Function<MachineRequest, MachineJob> jobs) {
    this.mail = mail;
    this.jobs = jobs;
  }

  @Override
  public int doWork() {
    if (job == null) {
      request = mail.take();
      if (request == null) {
        return 0;
      }
      job = jobs.apply(request);
    }
    Optional<MachineResult> result = job.work();
    if (result.isPresent()) {
      mail.reply(new MachineReply(request, result.get()));
      job = null;
    }
    return 1;
  }

  @Override
  public String roleName() {
    return "machine";
  }

  /** True when nothing is asked for, and every answer was sent. */
  public boolean isIdle() {
    return job == null && mail.isEmpty();
  }

  @Override
  public void onClose() {
    if (job != null) {
      job.close();
    }
  }
}
