package io.opencop.model.app;

/**
 * What one instance may use.
 *
 * @param memoryBytes of the whole process, its children included, not of the heap alone
 * @param cpu cores; 0 where there is no limit
 */
public record Resources(long memoryBytes, double cpu) {}
