/// How the characters of a text file are written as bytes.
public enum TextEncoding: String, Sendable, Hashable {
  case utf8, latin1, windows1252, utf16, utf16BigEndian

  /// By a name of the IANA registry, or one that is common; nil when it is not known.
  public init?(name: String) {
    switch name.lowercased().filter({ !"-_ ".contains($0) }) {
    case "utf8", "utf8sig", "ascii", "usascii": self = .utf8
    case "latin1", "iso88591", "l1": self = .latin1
    case "windows1252", "cp1252": self = .windows1252
    case "utf16", "utf16le": self = .utf16
    case "utf16be": self = .utf16BigEndian
    default: return nil
    }
  }

  /// The text as UTF-8; nil when the bytes are no text of this encoding.
  ///
  /// - Parameter bytes: UTF-16 starts with its byte order mark, or has the order of its name: little-endian
  ///   but for `utf16BigEndian`.
  public func decode(_ bytes: [UInt8]) -> [UInt8]? {
    switch self {
    case .utf8: return bytes
    case .latin1: return transcode(bytes) { Unicode.Scalar($0) }
    case .windows1252:
      return transcode(bytes) { byte in
        (0x80...0x9F).contains(byte)
          ? Unicode.Scalar(Self.windowsPunctuation[Int(byte) - 0x80]) : Unicode.Scalar(byte)
      }
    case .utf16, .utf16BigEndian:
      guard bytes.count % 2 == 0 else { return nil }
      let hasBigMark = bytes.starts(with: [0xFE, 0xFF])
      let hasMark = hasBigMark || bytes.starts(with: [0xFF, 0xFE])
      let isBig = hasMark ? hasBigMark : self == .utf16BigEndian
      let units = stride(from: hasMark ? 2 : 0, to: bytes.count, by: 2).map { index in
        let (high, low) = isBig ? (index, index + 1) : (index + 1, index)
        return UInt16(bytes[high]) << 8 | UInt16(bytes[low])
      }
      return String(validating: units, as: UTF16.self).map { Array($0.utf8) }
    }
  }

  private func transcode(
    _ bytes: [UInt8], _ scalar: (UInt8) -> Unicode.Scalar?
  ) -> [UInt8]? {
    var out: [UInt8] = []
    out.reserveCapacity(bytes.count + bytes.count / 8)
    for byte in bytes {
      if byte < 0x80 {
        out.append(byte)
      } else {
        guard let scalar = scalar(byte), scalar != "\u{0}" else { return nil }
        out += UTF8.encode(scalar).map(Array.init) ?? []
      }
    }
    return out
  }

  /// What Windows-1252 has from 0x80 to 0x9F; zero where it has nothing.
  ///
  /// Source: unicode.org, MAPPINGS/VENDORS/MICSFT/WINDOWS/CP1252.TXT.
  private static let windowsPunctuation: [UInt16] = [
    0x20AC, 0, 0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021, 0x02C6, 0x2030, 0x0160, 0x2039,
    0x0152, 0, 0x017D, 0, 0, 0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014, 0x02DC, 0x2122,
    0x0161, 0x203A, 0x0153, 0, 0x017E, 0x0178,
  ]
}
