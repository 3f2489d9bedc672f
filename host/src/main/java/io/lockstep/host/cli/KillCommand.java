package io.lockstep.host.cli;

import io.lockstep.schema.client.StopScope;
import io.lockstep.schema.client.SwitchPosition;
import java.util.concurrent.Callable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** The kill switch. */
@Command(
    name = "kill",
    sortOptions = false,
    abbreviateSynopsis = true,
    description = {
      "Stops a session, a participant or all of a running appliance: their orders are cancelled and"
          + " none are taken, until the switch is lifted. What is stopped stays so after a restart."
    },
    footer = {
      "",
      "Exit status: 0 done; 1 refused, or there is no appliance; 2 wrong use.",
      "",
      "Example: ./lockstep kill --participant 2"
    })
final class KillCommand implements Callable<Integer> {
  /** Whom. */
  static final class Subject {
    @Option(names = "--session", paramLabel = "N", description = "Stop this session.")
    private Integer session;

    @Option(
        names = "--participant",
        paramLabel = "N",
        description = "Stop this participant, in all sessions.")
    private Integer participant;

    @Option(names = "--all", description = "Stop everybody.")
    private boolean all;

    private StopScope scope() {
      if (all) {
        return StopScope.ALL;
      }
      return session != null ? StopScope.SESSION : StopScope.PARTICIPANT;
    }

    private int number() {
      if (all) {
        return 0;
      }
      return session != null ? session : participant;
    }

    @Override
    public String toString() {
      if (all) {
        return "everybody";
      }
      return session != null ? "session " + session : "participant " + participant;
    }
  }

  @Mixin private HelpOption help;

  @ArgGroup(multiplicity = "1")
  private Subject subject;

  @Option(names = "--lift", description = "Lift the switch: orders are taken again.")
  private boolean lift;

  @Mixin private OperatorOption operator = new OperatorOption();

  @Override
  public Integer call() {
    SwitchPosition position = lift ? SwitchPosition.TRADING : SwitchPosition.STOPPED;
    return operator.ask(
        request ->
            request.killSwitch(
                OperatorOption.REQUEST_ID, subject.scope(), subject.number(), position),
        count -> subject + (lift ? " may trade" : " is stopped; orders cancelled: " + count));
  }
}
