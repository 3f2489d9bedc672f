package io.lockstep.sim.model;

import static io.lockstep.sim.model.TestDefinitions.setInstrument;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.lockstep.driver.Card;
import io.lockstep.schema.card.RejectReason;
import io.lockstep.schema.card.RejectedDecoder;
import java.util.List;
import org.agrona.concurrent.UnsafeBuffer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/**
 * Rules of docs/card.md, one a test, against whichever card a subclass opens. Unless a subclass
 * says otherwise the card is loaded, and instrument 0 has its window from 50 on, its band from 90
 * to 110, and positions of accounts 1 to 4.
 */
abstract class CardRules {
  CardUnderTest card;

  /** A card after a reset, with at least 4 instruments, 128 levels, 16 accounts, 64 positions. */
  abstract Card open();

  @BeforeEach
  void openCard() {
    card = new CardUnderTest(open());
    prepare();
  }

  /** Brings the card to where each test begins. */
  void prepare() {
    card.loaded().list(setInstrument(0, 50, 90, 110));
  }

  @AfterEach
  void closeCard() {
    card.close();
  }

  /** The answer is one refusal, for the reason, and leaves the state hash as it was. */
  void refuses(TestCommand command, RejectReason reason) {
    long before = card.stateHash();
    List<UnsafeBuffer> answer = card.send(command.bytes);
    assertEquals(1, answer.size(), "events of a refusal");
    assertEquals(RejectedDecoder.TEMPLATE_ID, answer.get(0).getShort(0), "a refusal");
    assertEquals(reason, new RejectedDecoder().wrap(answer.get(0), 0, 64, 1).reason());
    assertEquals(before, card.stateHash(), "state hash");
  }

  void accepts(TestCommand command) {
    card.accept(command);
  }

  int instruments() {
    return card.description().instruments();
  }
}
