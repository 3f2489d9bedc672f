package io.lockstep.host.risk;

import io.lockstep.host.scenarios.ContingencyRates;

/**
 * An underlying, which is a risk group of the card.
 *
 * @param spot price.
 * @param rate of interest a year.
 * @param dividend rate a year.
 * @param scanRange relative to the price.
 * @param initialFactor IMf in 1/256.
 * @param maintenanceFactor MMf in 1/256.
 */
record Underlying(
    String name,
    double spot,
    double rate,
    double dividend,
    double scanRange,
    int initialFactor,
    int maintenanceFactor,
    ContingencyRates contingencies) {}
