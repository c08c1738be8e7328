/// Reads rows out of a JSON file: a list of objects or of plain values.
public struct JSONRows {
  /// What is wrong with the file, and at which byte.
  public struct Failure: Error, Equatable, CustomStringConvertible {
    public var message: String
    public var offset: Int

    public var description: String { "\(message) at byte \(offset)" }
  }

  private let bytes: [UInt8]
  private var index = 0
  private var depth = 0

  private indirect enum Value {
    case cell(ChartValue)
    case list([Value])
    case object([(String, Value)])

    /// A list is held as JSON; an object that is no row is an empty cell.
    var cell: ChartValue {
      switch self {
      case .cell(let value): value
      case .list: .text(json.compactText)
      case .object: .null
      }
    }

    private var json: JSONTree {
      switch self {
      case .cell(let value): value.json
      case .list(let values): .list(values.map(\.json))
      case .object(let entries):
        .object(JSONObject { for (key, value) in entries { $0.set(key, value.json) } })
      }
    }
  }

  /// The values of a list that a cell holds as JSON text; nil when it holds none, or one with objects.
  static func list(_ cell: ChartValue) -> [ChartValue]? {
    guard case .text(let text) = cell else { return nil }
    var reader = JSONRows(bytes: Array(text.utf8))
    guard case .list(let values)? = try? reader.value() else { return nil }
    reader.skipSpace()
    guard reader.index == reader.bytes.count else { return nil }
    var cells: [ChartValue] = []
    for value in values {
      if case .object = value { return nil }
      cells.append(value.cell)
    }
    return cells
  }

  /// - Parameter property: the keys that lead to the rows, with points between them.
  public static func read(
    _ bytes: [UInt8], property: String? = nil
  ) throws(Failure) -> ChartData {
    var reader = JSONRows(bytes: bytes)
    var value = try reader.value()
    for key in property?.split(separator: ".") ?? [] {
      guard case .object(let entries) = value, let next = entries.first(where: { $0.0 == key })
      else { throw Failure(message: "there is no key '\(key)'", offset: 0) }
      value = next.1
    }
    switch value {
    case .list(let rows):
      return ChartData(
        rows: rows.map { row in
          if case .object(let cells) = row { return cells.flatMap { flat($0.0, $0.1) } }
          return [("data", row.cell)]
        })
    case .object(let cells): return ChartData(rows: [cells.flatMap { flat($0.0, $0.1) }])
    case .cell: throw Failure(message: "this is no list of rows", offset: 0)
    }
  }

  /// Objects within a row become columns `outer.inner`.
  private static func flat(_ name: String, _ value: Value) -> [(String, ChartValue)] {
    if case .object(let cells) = value { return cells.flatMap { flat(name + "." + $0.0, $0.1) } }
    return [(name, value.cell)]
  }

  private mutating func skipSpace() {
    while index < bytes.count, [32, 10, 13, 9].contains(bytes[index]) { index += 1 }
  }

  private func failure(_ message: String) -> Failure { Failure(message: message, offset: index) }

  private mutating func value() throws(Failure) -> Value {
    skipSpace()
    guard index < bytes.count else { throw failure("the file ends too early") }
    switch bytes[index] {
    case UInt8(ascii: "{"): return try object()
    case UInt8(ascii: "["): return try list()
    case UInt8(ascii: "\""): return .cell(.text(try string()))
    default:
      for (word, value) in [
        ("true", ChartValue.bool(true)), ("false", .bool(false)), ("null", .null),
      ]
      where bytes[index...].starts(with: word.utf8) {
        index += word.utf8.count
        return .cell(value)
      }
      let start = index
      while index < bytes.count,
        bytes[index] >= 43 && bytes[index] <= 57 || bytes[index] | 32 == 101
      { index += 1 }
      // A comma (44) ends a number.
      if let comma = bytes[start..<index].firstIndex(of: 44) { index = comma }
      guard let number = Double(String(decoding: bytes[start..<index], as: UTF8.self)) else {
        throw failure("this is no JSON value")
      }
      return .cell(.number(number))
    }
  }

  private mutating func list() throws(Failure) -> Value {
    var values: [Value] = []
    try elements(until: UInt8(ascii: "]")) { reader throws(Failure) in
      values.append(try reader.value())
    }
    return .list(values)
  }

  private mutating func object() throws(Failure) -> Value {
    var entries: [(String, Value)] = []
    try elements(until: UInt8(ascii: "}")) { reader throws(Failure) in
      guard reader.index < reader.bytes.count, reader.bytes[reader.index] == UInt8(ascii: "\"")
      else { throw reader.failure("a key must stand here") }
      let key = try reader.string()
      reader.skipSpace()
      guard reader.index < reader.bytes.count, reader.bytes[reader.index] == UInt8(ascii: ":")
      else { throw reader.failure("a colon must stand here") }
      reader.index += 1
      entries.append((key, try reader.value()))
    }
    return .object(entries)
  }

  private mutating func elements(
    until end: UInt8, _ read: (inout JSONRows) throws(Failure) -> Void
  ) throws(Failure) {
    depth += 1
    guard depth < 100 else { throw failure("this JSON is nested too deep") }
    defer { depth -= 1 }
    index += 1
    skipSpace()
    if index < bytes.count, bytes[index] == end {
      index += 1
      return
    }
    while true {
      skipSpace()
      try read(&self)
      skipSpace()
      guard index < bytes.count else { throw failure("the file ends too early") }
      let byte = bytes[index]
      index += 1
      if byte == end { return }
      guard byte == UInt8(ascii: ",") else {
        index -= 1
        throw failure("a comma must stand here")
      }
    }
  }

  private mutating func string() throws(Failure) -> String {
    index += 1
    var out: [UInt8] = []
    while index < bytes.count {
      let byte = bytes[index]
      index += 1
      if byte == UInt8(ascii: "\"") { return String(decoding: out, as: UTF8.self) }
      guard byte == UInt8(ascii: "\\") else {
        out.append(byte)
        continue
      }
      guard index < bytes.count else { break }
      let escape = bytes[index]
      index += 1
      switch escape {
      case UInt8(ascii: "n"): out.append(10)
      case UInt8(ascii: "t"): out.append(9)
      case UInt8(ascii: "r"): out.append(13)
      case UInt8(ascii: "b"): out.append(8)
      case UInt8(ascii: "f"): out.append(12)
      case UInt8(ascii: "u"): out += try unicode()
      default: out.append(escape)
      }
    }
    throw failure("a text is not closed")
  }

  private mutating func unicode() throws(Failure) -> [UInt8] {
    func unit() throws(Failure) -> UInt32 {
      guard index + 4 <= bytes.count,
        let value = UInt32(String(decoding: bytes[index..<index + 4], as: UTF8.self), radix: 16)
      else { throw failure("four digits must follow \\u") }
      return value
    }
    var code = try unit()
    index += 4
    if code & 0xFC00 == 0xD800, index + 1 < bytes.count, bytes[index] == UInt8(ascii: "\\"),
      bytes[index + 1] == UInt8(ascii: "u")
    {
      index += 2
      code = 0x10000 + (code - 0xD800) << 10 + (try unit() & 0x3FF)
      index += 4
    }
    return Array(String(Unicode.Scalar(code) ?? "\u{FFFD}").utf8)
  }
}
