/**
 * From this score on two voices of one town are shown side by side. Calibrated on the 45 needs of a real quarter: every true
 * pair scores above 0.13, every other pair of any two towns below 0.09. A default, not an official rule: a person decides.
 */
export const duplicateThreshold = 0.11
