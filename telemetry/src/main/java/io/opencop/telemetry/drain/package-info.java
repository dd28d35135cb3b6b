/**
 * Log templates mined while logs arrive: lines that one log statement wrote get one template.
 *
 * <p>After "Drain: An Online Log Parsing Approach with Fixed Depth Tree" (He et al., ICWS 2017),
 * with a stricter rule for when two words are values of one variable (see RATIONALE.md).
 */
package io.opencop.telemetry.drain;
