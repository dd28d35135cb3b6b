/** What an instance counts of its sessions, and the record it publishes. Knows no grid. */
package io.opencop.sessions.manager.statistics;
