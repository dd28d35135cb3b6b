/**
 * The application the benchmark puts on the platform, and nothing else: these classes are packed
 * into a WAR and run in Tomcat. They know of sessions what the servlet specification says.
 */
package io.opencop.bench.failover.app;
