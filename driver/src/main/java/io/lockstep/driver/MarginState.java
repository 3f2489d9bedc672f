package io.lockstep.driver;

import java.util.function.Consumer;
import org.agrona.concurrent.UnsafeBuffer;

/** What the host alone knows of a card with margin, since no line of an audit tells it. */
public interface MarginState {
  /** Nothing, of a card without margin. */
  MarginState NONE =
      new MarginState() {
        @Override
        public int portfolioOf(int account, int group) {
          return 0;
        }

        @Override
        public int feeTierOf(long orderId) {
          return 0;
        }

        @Override
        public void feeRows(int instrument, Consumer<UnsafeBuffer> commands) {}

        @Override
        public void stage(int instrument, boolean older, Consumer<UnsafeBuffer> commands) {}

        @Override
        public int olderInitialFactor(int group) {
          return 0;
        }

        @Override
        public int olderMaintenanceFactor(int group) {
          return 0;
        }
      };

  /** The portfolio slot, on the new card, of an account in a risk group. */
  int portfolioOf(int account, int group);

  /** The fee tier that a live order entered with. */
  int feeTierOf(long orderId);

  /** Hands over the {@code set fee row} commands of an instrument, those that are 0 left out. */
  void feeRows(int instrument, Consumer<UnsafeBuffer> commands);

  /**
   * Hands over the commands that stage an instrument in full, with what the bank of the group's
   * epoch, or of the one before, holds; with anything if that bank holds nothing of it.
   */
  void stage(int instrument, boolean older, Consumer<UnsafeBuffer> commands);

  /** The initial factor of the epoch before the group's, in 1/256. */
  int olderInitialFactor(int group);

  /** The maintenance factor of the epoch before the group's, in 1/256. */
  int olderMaintenanceFactor(int group);
}
