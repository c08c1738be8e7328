import Graphics

/// The document's metadata as an XMP packet (ISO 16684-1), which readers and libraries prefer to
/// the Info dictionary.
enum XMPPacket {
  static func bytes(
    _ metadata: DocumentMetadata, producer: String, standard: PDFStandard? = nil
  ) -> [UInt8] {
    let time = PDFText.isoTime(metadata.date)
    func list(_ kind: String, _ items: [String]) -> String {
      "<rdf:\(kind)>" + items.map { "<rdf:li>\($0.xmlEscaped)</rdf:li>" }.joined()
        + "</rdf:\(kind)>"
    }
    func alternatives(_ text: String) -> String {
      "<rdf:Alt><rdf:li xml:lang=\"x-default\">\(text.xmlEscaped)</rdf:li></rdf:Alt>"
    }
    var lines = [
      "<?xpacket begin=\"\u{FEFF}\" id=\"W5M0MpCehiHzreSzNTczkc9d\"?>",
      "<x:xmpmeta xmlns:x=\"adobe:ns:meta/\">",
      "<rdf:RDF xmlns:rdf=\"http://www.w3.org/1999/02/22-rdf-syntax-ns#\">",
      "<rdf:Description rdf:about=\"\" xmlns:dc=\"http://purl.org/dc/elements/1.1/\""
        + " xmlns:xmp=\"http://ns.adobe.com/xap/1.0/\" xmlns:pdf=\"http://ns.adobe.com/pdf/1.3/\">",
      "<dc:format>application/pdf</dc:format>",
      "<dc:title>\(alternatives(metadata.title))</dc:title>",
      "<dc:language>\(list("Bag", [metadata.language]))</dc:language>",
    ]
    if !metadata.authors.isEmpty {
      lines.append("<dc:creator>\(list("Seq", metadata.authors))</dc:creator>")
    }
    if let subject = metadata.subject {
      lines.append("<dc:description>\(alternatives(subject))</dc:description>")
    }
    if !metadata.keywords.isEmpty {
      lines.append("<dc:subject>\(list("Bag", metadata.keywords))</dc:subject>")
      lines.append(
        "<pdf:Keywords>\(metadata.keywords.joined(separator: ", ").xmlEscaped)</pdf:Keywords>")
    }
    if standard == .ua1 {
      lines.append(
        "<pdfuaid:part xmlns:pdfuaid=\"http://www.aiim.org/pdfua/ns/id/\">1</pdfuaid:part>")
    }
    lines += [
      "<xmp:CreateDate>\(time)</xmp:CreateDate>", "<xmp:ModifyDate>\(time)</xmp:ModifyDate>",
      "<pdf:Producer>\(producer.xmlEscaped)</pdf:Producer>", "</rdf:Description>", "</rdf:RDF>",
      "</x:xmpmeta>", "<?xpacket end=\"w\"?>", "",
    ]
    return Array(lines.joined(separator: "\n").utf8)
  }
}

extension String {
  /// For text and attribute values of XML; control characters that XML forbids are dropped.
  var xmlEscaped: String {
    var out = ""
    for scalar in unicodeScalars {
      switch scalar {
      case "&": out += "&amp;"
      case "<": out += "&lt;"
      case ">": out += "&gt;"
      case "\"": out += "&quot;"
      case "\t", "\n", "\r": out.unicodeScalars.append(scalar)
      default: if scalar.value >= 0x20 { out.unicodeScalars.append(scalar) }
      }
    }
    return out
  }
}
