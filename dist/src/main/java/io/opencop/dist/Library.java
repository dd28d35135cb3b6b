package io.opencop.dist;

import java.util.List;

/** Something we pass on: coordinates, address and the licences its makers offer. */
record Library(String name, String address, List<String> licences) {}
