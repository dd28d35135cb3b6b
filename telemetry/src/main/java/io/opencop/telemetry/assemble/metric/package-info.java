/**
 * Metric maths: from stored points to the answer of a range query, the same for every store.
 *
 * <p><b>Increases.</b> A cumulative point covers the time since the point before it in its series;
 * its increase is the difference, or its whole value where the counter was reset (its start time is
 * after the point before, or it fell). A delta point covers its own start to its time. An increase
 * that spans several steps is divided among them in proportion to time, so missing points make no
 * spikes. A rate is the increase over the seconds of the step that points cover, so a step half
 * written shows no dip. A point flagged "no recorded value" ends what went before: nothing is
 * computed across it. The first point of a series counts since its start time if that lies in the
 * time loaded; otherwise it only serves as a base.
 *
 * <table>
 *   <caption>Operations, within a step</caption>
 *   <tr><th>op</th><th>gauge, up-down sum</th><th>monotonic sum</th><th>histograms</th><th>summary</th></tr>
 *   <tr><td>rate</td><td>gauge: refused; sum: change per second</td><td>increase per second, added
 *       over series</td><td>observations per second</td><td>as histogram</td></tr>
 *   <tr><td>sum</td><td>last of each series, added</td><td>increase, added</td><td>sum of
 *       observations</td><td>as histogram</td></tr>
 *   <tr><td>avg</td><td>mean of each series, then of the series</td><td>mean of the series'
 *       rates</td><td>mean observation</td><td>as histogram</td></tr>
 *   <tr><td>min, max</td><td>of all points</td><td>of the series' rates</td><td>recorded where
 *       delta points carry it, else the bucket's bound</td><td>quantiles 0 and 1, where
 *       reported</td></tr>
 *   <tr><td>last</td><td>the latest point</td><td>the latest point, raw</td><td>refused</td>
 *       <td>refused</td></tr>
 *   <tr><td>count</td><td>points</td><td>points</td><td>observations</td><td>observations</td></tr>
 *   <tr><td>quantile</td><td>over all points</td><td>over the series' rates</td><td>from the merged
 *       buckets</td><td>mean of the reported quantile, between two reported ones
 *       linear</td></tr>
 * </table>
 */
package io.opencop.telemetry.assemble.metric;
