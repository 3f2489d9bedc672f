package io.lockstep.host.risk;

import io.lockstep.schema.card.MarginStatus;
import java.util.List;

/**
 * What a card says of an account, in scaled minor units.
 *
 * @param cash C.
 * @param reserve F: of the open orders.
 * @param initial Σ IM.
 * @param maintenance Σ MM.
 * @param groups in the order of underlyings.
 * @param orders in their order.
 */
public record Figures(
    long cash,
    long reserve,
    long initial,
    long maintenance,
    MarginStatus status,
    List<Group> groups,
    List<Order> orders) {
  /** A requirement, initial and maintenance. */
  public record Requirement(long initial, long maintenance) {}

  /**
   * The account's portfolio of a risk group.
   *
   * @param scan the worst scenario's part.
   * @param shortOptions the short-option minimum, which counts where it is the larger of these two.
   * @param size the size add-on.
   * @param addOn the host's, for contingencies; in both requirements.
   * @param required IM and MM.
   * @param value of the positions at their marks.
   * @param held V: profit of each scenario.
   * @param worst W: the same with the worst set of fills.
   */
  public record Group(
      Requirement scan,
      Requirement shortOptions,
      Requirement size,
      long addOn,
      Requirement required,
      long value,
      long[] held,
      long[] worst) {}

  /**
   * An open order.
   *
   * @param passed whether the gate let it in, with those before it in.
   * @param reserve a lot.
   */
  public record Order(boolean passed, long reserve) {}

  /** E. */
  public long equity() {
    return cash + groups.stream().mapToLong(Group::value).sum();
  }

  /** What is left: E − F − Σ IM. */
  public long free() {
    return equity() - reserve - initial;
  }
}
