package io.lockstep.host.auction;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Who trades with whom, pair by pair. */
class PairingTest {
  private final PriceTimeList bids = new PriceTimeList(true, 8);
  private final PriceTimeList asks = new PriceTimeList(false, 8);

  private List<String> pairs(long volume) {
    bids.rank();
    asks.rank();
    Pairing pairing = new Pairing(bids, asks);
    List<String> pairs = new ArrayList<>();
    for (pairing.begin(volume); pairing.next(); ) {
      pairs.add(pairing.buyer() + " from " + pairing.seller() + ": " + pairing.lots());
    }
    assertFalse(pairing.next(), "the end stays the end");
    return pairs;
  }

  @Test
  void theBetterLimitGoesFirstWhateverItsAge() {
    bids.add(1, 10, 100, 5);
    bids.add(2, 11, 101, 5);
    asks.add(3, 9, 102, 5);
    asks.add(4, 8, 103, 5);

    assertEquals(List.of("2 from 4: 5", "1 from 3: 5"), pairs(10));
  }

  @Test
  void atOneLimitTheOlderGoesFirst() {
    bids.add(1, 10, 101, 5);
    bids.add(2, 10, 100, 5);
    asks.add(3, 10, 103, 3);
    asks.add(4, 10, 102, 3);

    assertEquals(List.of("2 from 4: 3", "2 from 3: 2", "1 from 3: 1"), pairs(6));
  }

  @Test
  void theVolumeEndsTheWalkInTheMiddleOfAnOrder() {
    bids.add(1, 10, 100, 50);
    asks.add(2, 10, 101, 7);
    asks.add(3, 10, 102, 50);

    assertEquals(List.of("1 from 2: 7", "1 from 3: 13"), pairs(20));
  }

  @Test
  void withoutVolumeNobodyTrades() {
    assertEquals(List.of(), pairs(0));
    assertTrue(bids.size() == 0);
    bids.add(1, 10, 100, 50);
    assertEquals(List.of(), pairs(0));
  }
}
