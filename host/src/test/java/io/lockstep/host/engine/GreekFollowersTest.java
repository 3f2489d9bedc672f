package io.lockstep.host.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.lockstep.host.snapshot.SnapshotPart;
import io.lockstep.host.snapshot.SnapshotReader;
import io.lockstep.host.snapshot.SnapshotWriter;
import org.junit.jupiter.api.Test;

/** Who is told Greeks, and when; and what of margin's places a snapshot keeps. */
class GreekFollowersTest {
  private static final int CAPACITY = 1_024;

  private final GreekFollowers followers = new GreekFollowers();

  @Test
  void whoFollowsIsDueAtOnceAndThenAfterItsInterval() {
    followers.follow(1, 10, 7, 500, 1_000);
    assertEquals(GreekFollowers.NONE, followers.firstDue(999));
    int at = followers.firstDue(1_000);
    assertEquals("1 10 7", line(followers, at));
    followers.told(at, 1_000);
    assertEquals(GreekFollowers.NONE, followers.firstDue(1_499));
    assertEquals(at, followers.firstDue(1_500));
  }

  @Test
  void aSessionFollowsAnAccountOnceAndLeavesItByItsName() {
    followers.follow(1, 10, 7, 500, 0);
    followers.follow(1, 10, 8, 600, 0);
    followers.leave(1, 11);
    followers.leave(2, 10);
    assertEquals("1 10 8", line(followers, followers.firstDue(0)));
    followers.leave(1, 10);
    assertEquals(GreekFollowers.NONE, followers.firstDue(0));
  }

  @Test
  void aSessionThatEndsFollowsNone() {
    followers.follow(1, 10, 7, 500, 0);
    followers.follow(2, 10, 8, 500, 0);
    followers.follow(1, 11, 9, 500, 0);
    followers.end(1);
    assertEquals("2 10 8", line(followers, followers.firstDue(0)));
    followers.end(2);
    assertEquals(GreekFollowers.NONE, followers.firstDue(0));
  }

  @Test
  void thereIsRoomForSoManyAndForWhoFollowsAlready() {
    for (int account = 0; account < CAPACITY; account++) {
      assertTrue(followers.hasRoom(1, account));
      followers.follow(1, account, account, 500, 0);
    }
    assertFalse(followers.hasRoom(1, CAPACITY));
    assertTrue(followers.hasRoom(1, CAPACITY - 1));
    followers.leave(1, 0);
    assertTrue(followers.hasRoom(1, CAPACITY));
  }

  @Test
  void aSnapshotKeepsThemInTheirOrder() {
    followers.follow(1, 10, 7, 500, 2_000);
    followers.follow(2, 20, 8, 600, 1_000);
    GreekFollowers restored = new GreekFollowers();
    restore(followers, restored);
    assertEquals("2 20 8", line(restored, restored.firstDue(1_999)));
    assertEquals("1 10 7", line(restored, restored.firstDue(2_000)));
    restored.told(restored.firstDue(2_000), 2_000);
    restored.told(restored.firstDue(2_000), 2_000);
    assertEquals(GreekFollowers.NONE, restored.firstDue(2_499));
    assertEquals("1 10 7", line(restored, restored.firstDue(2_500)));
  }

  @Test
  void aSnapshotKeepsWhereContingenciesAreLookedAtNext() {
    ContingencyPlace place = new ContingencyPlace();
    place.next(17);
    ContingencyPlace restored = new ContingencyPlace();
    restore(place, restored);
    assertEquals(17, restored.next());
  }

  private static String line(GreekFollowers of, int at) {
    return of.session(at) + " " + of.account(at) + " " + of.clientOrderId(at);
  }

  private static void restore(SnapshotPart from, SnapshotPart to) {
    SnapshotWriter writer = new SnapshotWriter();
    from.write(writer);
    SnapshotReader reader = new SnapshotReader(writer.end());
    while (reader.next()) {
      assertTrue(to.read(reader));
    }
  }
}
