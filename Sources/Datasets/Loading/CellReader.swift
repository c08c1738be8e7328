import Configuration

/// Why a cell has no value of its column's type.
struct CellProblem: Error {
  var code: String
  var message: String
  var help: [String] = []
}

/// Reads the cells of one column by its type. Takes nothing for granted: what is not written as the
/// type demands is a problem.
struct CellReader {
  let field: SchemaField
  private let missing: [[UInt8]]
  private let kind: SchemaField.Kind
  private let group: UInt8?
  private let point: UInt8
  private let isBare: Bool
  /// Decimals that the number read last was written with.
  private(set) var decimals = 0

  init(_ field: SchemaField, missingValues: [String]) {
    self.field = field
    missing = (field.missingValues ?? missingValues).map { Array($0.utf8) }
    kind = field.kind
    group = field.groupCharacter
    point = field.decimalCharacter
    isBare = field.isBareNumber
  }

  func isMissing(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    for text in missing where text.count == bytes.count {
      if text.elementsEqual(bytes) { return true }
    }
    return false
  }

  /// One value from text.
  func read(_ bytes: [UInt8]) -> Result<CellValue, CellProblem> {
    var reader = self
    return bytes.withUnsafeBufferPointer { reader.read($0) }
  }

  /// One value from a cell's bytes; text is returned as `.text`.
  mutating func read(_ bytes: UnsafeBufferPointer<UInt8>) -> Result<CellValue, CellProblem> {
    switch kind {
    case .string, .any: return .success(.text(String(decoding: bytes, as: UTF8.self)))
    case .integer:
      return integer(bytes).map { .success(.integer($0)) } ?? .failure(problem(bytes, "integer"))
    case .number:
      if let number = number(bytes) { return .success(.real(number)) }
      return .failure(problem(bytes, "number"))
    case .boolean:
      let text = String(decoding: bytes, as: UTF8.self)
      if field.trueValues.contains(text) { return .success(.integer(1)) }
      if field.falseValues.contains(text) { return .success(.integer(0)) }
      let allowed = (field.trueValues + field.falseValues).map { "'\($0)'" }
      return .failure(
        problem(bytes, "boolean", help: ["write one of " + allowed.joined(separator: ", ")]))
    case .date, .datetime, .time, .year, .yearmonth: return date(bytes)
    }
  }

  /// A whole number; nil when the cell is none.
  mutating func integer(_ cell: UnsafeBufferPointer<UInt8>) -> Int64? {
    decimals = 0
    let bytes = isBare ? cell : stripped(cell)
    var i = 0
    var negative = false
    if i < bytes.count, bytes[i] == 0x2D || bytes[i] == 0x2B {
      negative = bytes[i] == 0x2D
      i += 1
    }
    guard i < bytes.count else { return nil }
    var value: Int64 = 0
    var digits = 0
    while i < bytes.count {
      let byte = bytes[i]
      if let group, byte == group, isGroupSeparator(bytes, i) {
        i += 1
        continue
      }
      let digit = Int64(byte) - 0x30
      guard 0...9 ~= digit else { return nil }
      let (scaled, overflow) = value.multipliedReportingOverflow(by: 10)
      let (sum, carry) = scaled.subtractingReportingOverflow(digit)
      guard !overflow, !carry else { return nil }
      value = sum
      digits += 1
      i += 1
    }
    guard digits > 0, negative || value != .min else { return nil }
    return negative ? value : -value
  }

  /// A finite decimal number; nil when the cell is none.
  ///
  /// Whole numbers to 2⁵³ and powers of ten to 22 are exact in the fast path (Clinger 1990); the rest is
  /// left to the library.
  mutating func number(_ cell: UnsafeBufferPointer<UInt8>) -> Double? {
    let bytes = isBare ? cell : stripped(cell)
    decimals = 0
    var i = 0
    var negative = false
    if i < bytes.count, bytes[i] == 0x2D || bytes[i] == 0x2B {
      negative = bytes[i] == 0x2D
      i += 1
    }
    var mantissa: UInt64 = 0
    var digits = 0
    var significant = 0
    var hasPoint = false
    while i < bytes.count {
      let byte = bytes[i]
      if 0x30...0x39 ~= byte {
        if significant < 19 { mantissa = mantissa &* 10 &+ UInt64(byte &- 0x30) }
        if mantissa != 0 { significant += 1 }
        digits += 1
        if hasPoint { decimals += 1 }
      } else if byte == point, !hasPoint {
        hasPoint = true
      } else if let group, byte == group, !hasPoint, isGroupSeparator(bytes, i) {
      } else {
        break
      }
      i += 1
    }
    guard digits > 0, !hasPoint || decimals > 0 else { return nil }
    var exponent = 0
    let isPlain = i == bytes.count
    if !isPlain {
      guard bytes[i] | 0x20 == 0x65, let power = self.exponent(bytes, from: i + 1) else {
        return nil
      }
      exponent = power
    }
    let scale = exponent - decimals
    if significant <= 19, mantissa <= 1 << 53, abs(scale) <= 22 {
      let whole = Double(mantissa)
      let value = scale < 0 ? whole / Self.powers[-scale] : whole * Self.powers[scale]
      return negative ? -value : value
    }
    var plain = bytes.filter { $0 != group || $0 == point }
    if point != 0x2E { plain = plain.map { $0 == point ? 0x2E : $0 } }
    let value = Double(String(decoding: plain, as: UTF8.self))
    return value.flatMap { $0.isFinite ? $0 : nil }
  }

  private static let powers: [Double] = [
    1e0, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15, 1e16,
    1e17, 1e18, 1e19, 1e20, 1e21, 1e22,
  ]

  private func exponent(_ bytes: UnsafeBufferPointer<UInt8>, from start: Int) -> Int? {
    Int(String(decoding: bytes[start...], as: UTF8.self))
  }

  /// Whether three digits follow, as between groups: `1,234` but not `1,23`.
  private func isGroupSeparator(_ bytes: UnsafeBufferPointer<UInt8>, _ i: Int) -> Bool {
    guard i > 0, i + 3 < bytes.count, 0x30...0x39 ~= bytes[i - 1] else { return false }
    for k in i + 1...i + 3 where !(0x30...0x39 ~= bytes[k]) { return false }
    return i + 4 == bytes.count || !(0x30...0x39 ~= bytes[i + 4])
  }

  /// The cell without what is no part of a number at its ends: `~`, `%`, `$`, spaces.
  private func stripped(_ bytes: UnsafeBufferPointer<UInt8>) -> UnsafeBufferPointer<UInt8> {
    func belongs(_ byte: UInt8) -> Bool {
      0x30...0x39 ~= byte || byte == 0x2D || byte == 0x2B || byte == point
    }
    guard let first = bytes.firstIndex(where: belongs),
      let last = bytes.lastIndex(where: { 0x30...0x39 ~= $0 }), first <= last
    else { return bytes }
    return UnsafeBufferPointer(rebasing: bytes[first...last])
  }
}
