package io.lockstep.host.kernel;

import io.lockstep.host.csv.Words;
import io.lockstep.schema.card.CancelReason;
import io.lockstep.schema.card.KeptPlace;
import io.lockstep.schema.card.OrderPlace;
import io.lockstep.schema.card.RejectReason;
import io.lockstep.schema.card.Side;

/** The schema's codes as words, made once: their names in small letters. */
final class CodeWords {
  private final Words sides = Words.of(Side.values());
  private final Words rejectReasons = Words.of(RejectReason.values());
  private final Words cancelReasons = Words.of(CancelReason.values());
  private final Words orderPlaces = Words.of(OrderPlace.values());
  private final Words keptPlaces = Words.of(KeptPlace.values());

  byte[] side(Side side) {
    return sides.word(side.ordinal());
  }

  byte[] reason(RejectReason reason) {
    return rejectReasons.word(reason.ordinal());
  }

  byte[] reason(CancelReason reason) {
    return cancelReasons.word(reason.ordinal());
  }

  byte[] place(OrderPlace place) {
    return orderPlaces.word(place.ordinal());
  }

  byte[] place(KeptPlace place) {
    return keptPlaces.word(place.ordinal());
  }
}
