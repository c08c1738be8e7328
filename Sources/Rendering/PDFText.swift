/// PDF syntax for text and dates.
enum PDFText {
  /// A text string object (ISO 32000-1, 7.9.2.2): plain in parentheses when it is ASCII, else
  /// UTF-16 with a byte order mark, in hexadecimal.
  static func string(_ text: String) -> String {
    if text.utf8.allSatisfy({ $0 >= 0x20 && $0 < 0x7F }) {
      var out = "("
      for character in text {
        if character == "(" || character == ")" || character == "\\" { out += "\\" }
        out.append(character)
      }
      return out + ")"
    }
    let digits = Array("0123456789ABCDEF".utf8)
    var out = Array("<FEFF".utf8)
    for unit in text.utf16 {
      for shift in stride(from: 12, through: 0, by: -4) {
        out.append(digits[Int(unit >> shift & 15)])
      }
    }
    out.append(UInt8(ascii: ">"))
    return String(decoding: out, as: UTF8.self)
  }

  /// A name object; characters outside letters and digits as `#xx`.
  static func name(_ text: String) -> String {
    var out = "/"
    for byte in text.utf8 {
      let scalar = Unicode.Scalar(byte)
      if scalar.properties.isAlphabetic && byte < 0x80 || (0x30...0x39).contains(byte)
        || byte == 0x2D
      {
        out.unicodeScalars.append(scalar)
      } else {
        let hex = String(byte, radix: 16)
        out += "#" + (hex.utf8.count == 1 ? "0" : "") + hex
      }
    }
    return out
  }

  /// `D:YYYYMMDDHHmmSSZ` of an ISO 8601 date or time (UTC unless it says otherwise).
  static func date(_ iso: String) -> String {
    let digits = digits(of: iso)
    return "D:" + digits + "Z"
  }

  /// The full ISO 8601 form, in UTC, that cairo and XMP take.
  static func isoTime(_ iso: String) -> String {
    let d = Array(digits(of: iso))
    func part(_ range: Range<Int>) -> String { String(d[range]) }
    return
      "\(part(0..<4))-\(part(4..<6))-\(part(6..<8))T\(part(8..<10)):\(part(10..<12)):\(part(12..<14))Z"
  }

  /// Fourteen digits: year to second, what is missing filled from midnight on the first of January.
  private static func digits(of iso: String) -> String {
    let given = iso.filter { $0.isASCII && $0.isNumber }.prefix(14)
    return String(given) + String("20000101000000".dropFirst(given.count))
  }
}
