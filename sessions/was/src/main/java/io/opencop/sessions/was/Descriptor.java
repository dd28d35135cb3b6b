package io.opencop.sessions.was;

import java.io.InputStream;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/** The Servlet version a web.xml declares. */
final class Descriptor {
  private static final String OLDEST = "2.3";

  private Descriptor() {}

  /**
   * Reads no further than the root element, and nothing from outside the file.
   *
   * @return {@code 6.1}; {@code 2.3} where it has a document type instead of a version
   * @throws XMLStreamException where it is not XML
   */
  static String version(InputStream xml) throws XMLStreamException {
    XMLInputFactory factory = XMLInputFactory.newFactory();
    factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
    factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
    XMLStreamReader reader = factory.createXMLStreamReader(xml);
    try {
      while (!reader.isStartElement()) {
        reader.next();
      }
      String version = reader.getAttributeValue(null, "version");
      return version == null ? OLDEST : version.strip();
    } finally {
      reader.close();
    }
  }
}
