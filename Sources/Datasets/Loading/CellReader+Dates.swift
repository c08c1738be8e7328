import Configuration

extension CellReader {
  /// Dates and times in ISO 8601, kept as text, which sorts as they do.
  func date(_ bytes: UnsafeBufferPointer<UInt8>) -> Result<CellValue, CellProblem> {
    let text = String(decoding: bytes, as: UTF8.self)
    let (isValid, example): (Bool, String) =
      switch field.kind {
      case .year: (Self.matches(text, "dddd"), "2026")
      case .yearmonth: (Self.matches(text, "dddd-dd") && Self.isMonth(text), "2026-01")
      case .date: (Self.isDate(text[...]), "2026-01-31")
      case .time: (Self.isTime(text[...]), "13:45:00")
      default:
        (
          text.count > 11 && Self.isDate(text.prefix(10))
            && Self.isTime(text.dropFirst(11).trimmingSuffix("Z"))
            && "T ".contains(text.dropFirst(10).first!), "2026-01-31T13:45:00Z"
        )
      }
    guard isValid else {
      return .failure(problem(bytes, field.kind.rawValue, help: ["write it like \(example)"]))
    }
    return .success(field.kind == .year ? .integer(Int64(text)!) : .text(text))
  }

  /// The problem of a cell that is not what its column says.
  func problem(
    _ bytes: UnsafeBufferPointer<UInt8>, _ type: String, help: [String] = []
  ) -> CellProblem {
    let text = String(decoding: bytes, as: UTF8.self)
    let article = type == "integer" ? "an" : "a"
    var help = help
    let trimmed = text.filter { $0 != " " && $0 != "\u{A0}" }
    if ["integer", "number"].contains(type) {
      if trimmed != text, Double(trimmed) != nil {
        help.append("remove the space")
      } else if type == "integer", Double(text) != nil {
        help.append("write a whole number, or make the column a number")
      } else if Double(text.filter { $0 != "," }) != nil {
        let parts = text.split(separator: ",", omittingEmptySubsequences: false)
        if parts.count == 2, parts[1].count != 3 {
          help.append("set 'decimalChar: \",\"' in the schema, or write \(parts[0]).\(parts[1])")
        } else {
          help.append("set 'groupChar: \",\"' in the schema, or leave the separator out")
        }
      } else if ["-", "–", "—", "n/a", "na", "nan", "null", "none", "inf"].contains(
        text.lowercased())
      {
        help.append("list '\(text)' in the schema's missingValues if it stands for no value")
      } else if text.contains("%") || text.contains("~") {
        help.append("set 'bareNumber: false' if signs may stand around the number")
      }
    }
    return CellProblem(
      code: "bad-cell", message: "'\(text)' is not \(article) \(type)", help: help)
  }

  /// Whether the text has the pattern's form: `d` a digit, all else itself.
  private static func matches(_ text: some StringProtocol, _ pattern: String) -> Bool {
    text.utf8.count == pattern.utf8.count
      && zip(text.utf8, pattern.utf8).allSatisfy { byte, form in
        form == UInt8(ascii: "d") ? 0x30...0x39 ~= byte : byte == form
      }
  }

  private static func isMonth(_ text: some StringProtocol) -> Bool {
    (1...12).contains(Int(text.dropFirst(5).prefix(2)) ?? 0)
  }

  private static func isDate(_ text: Substring) -> Bool {
    guard matches(text, "dddd-dd-dd"), let year = Int(text.prefix(4)),
      let month = Int(text.dropFirst(5).prefix(2)), let day = Int(text.suffix(2))
    else { return false }
    return CalendarDay(year: year, month: month, day: day) != nil
  }

  private static func isTime(_ text: some StringProtocol) -> Bool {
    guard matches(text.prefix(8), "dd:dd:dd"), let hour = Int(text.prefix(2)),
      let minute = Int(text.dropFirst(3).prefix(2)), let second = Int(text.dropFirst(6).prefix(2))
    else { return false }
    let fraction = text.dropFirst(8)
    return hour < 24 && minute < 60 && second < 61
      && (fraction.isEmpty
        || fraction.first == "." && fraction.count > 1
          && fraction.dropFirst().allSatisfy { $0.isASCII && $0.isNumber })
  }
}

extension StringProtocol {
  fileprivate func trimmingSuffix(_ suffix: String) -> SubSequence {
    hasSuffix(suffix) ? dropLast(suffix.count) : self[...]
  }
}
