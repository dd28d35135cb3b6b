package io.opencop.server.contract;

import io.opencop.model.message.Message.Text;

/**
 * What is wrong with one value.
 *
 * @param field where: a parameter's name, or a path into the body such as {@code columns[2].name}
 * @param expected what would have been right, in both languages
 */
public record Violation(String field, Text expected) {}
