package io.lockstep.host.kernel;

import io.lockstep.schema.card.DoneDecoder;
import io.lockstep.schema.card.EventHeaderDecoder;
import io.lockstep.schema.card.SetBandDecoder;
import io.lockstep.schema.card.Side;
import io.lockstep.schema.card.TemplateId;
import java.util.List;
import org.agrona.DirectBuffer;
import org.agrona.collections.Int2IntHashMap;

/** The instruments that the card was told of, and their bands as they are now. */
final class Instruments {
  private static final int NONE = Integer.MIN_VALUE;

  private final Int2IntHashMap bandLow = new Int2IntHashMap(NONE);
  private final Int2IntHashMap bandHigh = new Int2IntHashMap(NONE);
  private final EventHeaderDecoder header = new EventHeaderDecoder();
  private final DoneDecoder done = new DoneDecoder();
  private final SetBandDecoder setBand = new SetBandDecoder();

  Instruments(List<InstrumentDefinition> all) {
    for (InstrumentDefinition one : all) {
      bandLow.put(one.instrument(), one.bandLow());
      bandHigh.put(one.instrument(), one.bandHigh());
    }
  }

  /** Whether the instrument is set. */
  boolean isKnown(int instrument) {
    return bandLow.containsKey(instrument);
  }

  /** The worst price at which an order of the side may trade; 0 of an unknown instrument. */
  int worstPrice(int instrument, Side side) {
    if (!isKnown(instrument)) {
      return 0;
    }
    return side == Side.BUY ? bandHigh.get(instrument) : bandLow.get(instrument);
  }

  /** Takes note where a band moved. */
  void onEvent(DirectBuffer event, int offset, DirectBuffer command) {
    if (header.wrap(event, offset).templateId() != DoneDecoder.TEMPLATE_ID) {
      return;
    }
    done.wrap(event, offset, DoneDecoder.BLOCK_LENGTH, DoneDecoder.SCHEMA_VERSION);
    if (done.commandTemplate() == TemplateId.SET_BAND) {
      setBand.wrap(command, 0, SetBandDecoder.BLOCK_LENGTH, SetBandDecoder.SCHEMA_VERSION);
      bandLow.put(setBand.instrument(), setBand.low());
      bandHigh.put(setBand.instrument(), setBand.high());
    }
  }
}
