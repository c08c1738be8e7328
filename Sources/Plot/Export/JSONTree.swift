/// A JSON value whose keys keep their order, so that equal charts give equal bytes.
indirect enum JSONTree: Hashable, Sendable {
  case null
  case bool(Bool)
  case number(Double)
  case text(String)
  case list([JSONTree])
  case object(JSONObject)

  /// Written over several lines, two spaces deep; what fits on a line stands on one.
  var prettyText: String { written(indent: 0, room: 96) + "\n" }

  private func written(indent: Int, room: Int) -> String {
    let line = compactText
    if line.utf8.count <= room { return line }
    let pad = String(repeating: " ", count: indent + 2)
    let end = "\n" + String(repeating: " ", count: indent)
    switch self {
    case .list(let values):
      let parts = values.map { pad + $0.written(indent: indent + 2, room: 94 - indent) }
      return "[\n" + parts.joined(separator: ",\n") + end + "]"
    case .object(let object):
      let parts = object.entries.map { entry in
        let key = Self.quoted(entry.key) + ": "
        return pad + key
          + entry.value.written(indent: indent + 2, room: 94 - indent - key.utf8.count)
      }
      return "{\n" + parts.joined(separator: ",\n") + end + "}"
    default: return line
    }
  }

  /// On one line.
  var compactText: String {
    switch self {
    case .null: "null"
    case .bool(let flag): flag ? "true" : "false"
    case .number(let number): number.isFinite ? DecimalDigits.shortest(number) : "null"
    case .text(let text): Self.quoted(text)
    case .list(let values): "[" + values.map(\.compactText).joined(separator: ", ") + "]"
    case .object(let object):
      "{"
        + object.entries.map { Self.quoted($0.key) + ": " + $0.value.compactText }
        .joined(separator: ", ") + "}"
    }
  }

  private static func quoted(_ text: String) -> String {
    var out: [UInt8] = [UInt8(ascii: "\"")]
    for byte in text.utf8 {
      switch byte {
      case UInt8(ascii: "\""), UInt8(ascii: "\\"): out += [UInt8(ascii: "\\"), byte]
      case 10: out += Array("\\n".utf8)
      case 9: out += Array("\\t".utf8)
      case 0..<32:
        let digits = String(byte, radix: 16)
        out += Array(("\\u" + String(repeating: "0", count: 4 - digits.count) + digits).utf8)
      default: out.append(byte)
      }
    }
    return String(decoding: out + [UInt8(ascii: "\"")], as: UTF8.self)
  }
}

/// Keys and values in the order in which they were set; values that are nil are left out.
struct JSONObject: Hashable, Sendable {
  struct Entry: Hashable, Sendable {
    var key: String
    var value: JSONTree
  }

  private(set) var entries: [Entry] = []

  var isEmpty: Bool { entries.isEmpty }

  mutating func set(_ key: String, _ value: JSONTree?) {
    if let value { entries.append(Entry(key: key, value: value)) }
  }

  mutating func set(_ key: String, _ text: String?) { set(key, text.map { JSONTree.text($0) }) }
  mutating func set(_ key: String, _ number: Double?) {
    set(key, number.map { JSONTree.number($0) })
  }
  mutating func set(_ key: String, _ flag: Bool?) { set(key, flag.map { JSONTree.bool($0) }) }
  mutating func set(_ key: String, _ count: Int?) { set(key, count.map { Double($0) }) }
  mutating func set(_ key: String, _ value: ScalarValue?) { set(key, value?.json) }
  mutating func set(_ key: String, numbers: [Double]?) {
    set(key, numbers.map { JSONTree.list($0.map { .number($0) }) })
  }
  mutating func set(_ key: String, values: [ScalarValue]?) {
    set(key, values.map { JSONTree.list($0.map(\.json)) })
  }
  mutating func set(_ key: String, _ word: (some RawRepresentable<String>)?) {
    set(key, word?.rawValue)
  }

  /// A title of its own, or null where the author wants none.
  mutating func setTitle(_ title: String?, isShown: Bool) {
    set("title", isShown ? title.map { JSONTree.text($0) } : .null)
  }

  /// An object that is set by its parts; left out when it has none.
  mutating func set(_ key: String, object fill: (inout JSONObject) -> Void) {
    let object = JSONObject(fill)
    if !object.isEmpty { set(key, JSONTree.object(object)) }
  }

  init() {}

  init(_ fill: (inout JSONObject) -> Void) { fill(&self) }
}

extension ScalarValue {
  var json: JSONTree { chartValue.json }
}

extension ChartValue {
  var json: JSONTree {
    switch self {
    case .null: .null
    case .number(let number): .number(number)
    case .text(let text): .text(text)
    case .bool(let flag): .bool(flag)
    }
  }
}
