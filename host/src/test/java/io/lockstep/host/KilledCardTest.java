package io.lockstep.host;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.lockstep.driver.Card;
import io.lockstep.host.card.CardSource;
import io.lockstep.host.cli.MainProcess;
import io.lockstep.host.settings.Settings;
import io.lockstep.host.settings.SettingsBuilder;
import io.lockstep.sim.pcie.FakePciMain;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.agrona.IoUtil;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The Verilated card in a process of its own, on a bus of files, is killed with -9 in mid-load: the
 * output is that of an undisturbed run. Started again, it is loaded and takes over.
 */
class KilledCardTest {
  private static final int REQUESTS = 400;
  private static final int SILENCE_MS = 400;

  @TempDir private Path folder;
  private Path tree;

  @BeforeEach
  void inMemory() throws IOException {
    tree = Files.createTempDirectory(Path.of("/dev/shm"), "lockstep-test");
  }

  @AfterEach
  void remove() {
    IoUtil.delete(tree.toFile(), false);
  }

  @Test
  void aKilledCardIsReplacedAndComesBackAndTheOutputIsAsIfNot() throws Exception {
    String undisturbed = undisturbed();
    CardSource cards = Cards.source(CardSetup.of(Cards.PCIE).withPcieRoot(tree));
    MainProcess process = startCard();
    try (TestAppliance appliance =
        new TestAppliance(settings().card(Cards.PCIE).conclude(), cards.open(Cards.PCIE), cards)) {
      TestClient carol = appliance.carol();
      RandomFlow flow = new RandomFlow(5, appliance, appliance.alice(), appliance.bob(), carol);
      flow.run(REQUESTS);
      assertEquals("pcie", appliance.appliance.cardName());

      Thread killer = new Thread(process::close); // -9, at whatever the card is doing then
      killer.start();
      flow.run(REQUESTS);
      killer.join();
      assertEquals("model", appliance.appliance.cardName());

      carol.heard();
      carol.changeCard(Cards.PCIE);
      assertTrue(carol.heard().get(0).contains("FAILED card pcie: "), "nobody is there");
      assertEquals("model", appliance.appliance.cardName());

      try (MainProcess again = startCard()) {
        carol.changeCard(Cards.PCIE);
        List<String> heard = carol.heard();
        assertTrue(
            heard.get(0).contains("DONE pcie runs, in place of model"),
            () -> heard + again.printed());
        flow.run(REQUESTS);
        assertEquals("pcie", appliance.appliance.cardName());

        carol.changeCard(Cards.VERILATED);
        assertTrue(carol.heard().toString().contains("DONE verilated runs, in place of pcie"));
        flow.run(REQUESTS);
        assertEquals("verilated", appliance.appliance.cardName());
        assertEquals(undisturbed, line(appliance));
      }
    }
  }

  private static String undisturbed() {
    Settings settings = settings().conclude();
    Card model = Cards.open(Cards.MODEL);
    try (TestAppliance appliance = new TestAppliance(settings, model)) {
      TestClient carol = appliance.carol();
      RandomFlow flow = new RandomFlow(5, appliance, appliance.alice(), appliance.bob(), carol);
      for (int part = 0; part < 4; part++) {
        flow.run(REQUESTS);
      }
      return line(appliance);
    }
  }

  private static SettingsBuilder settings() {
    return TestAppliance.settings()
        .card(Cards.MODEL)
        .commandsInFlight(64)
        .cardSilenceMs(SILENCE_MS)
        .heartbeatIntervalMs(60_000);
  }

  private static String line(TestAppliance appliance) {
    return appliance.appliance.outputHash() + " " + Long.toHexString(appliance.stateHash());
  }

  private MainProcess startCard() throws Exception {
    Path printed = Files.createTempFile(folder, "card", ".txt");
    List<String> arguments =
        List.of("--while", Long.toString(ProcessHandle.current().pid()), tree.toString());
    MainProcess card = new MainProcess(printed, FakePciMain.class, arguments);
    card.awaitOutput("is on the bus");
    return card;
  }
}
