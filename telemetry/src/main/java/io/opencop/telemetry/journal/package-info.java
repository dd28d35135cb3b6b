/**
 * Raw requests on disk before they are acknowledged: append, group commit, roll, replay.
 *
 * <p>A journal is a folder of numbered files. Every file is a header and frames; a frame is one
 * export request (or one Change) with its checksum and content hash. Only {@link
 * io.opencop.telemetry.journal.Journal} writes there.
 */
package io.opencop.telemetry.journal;
