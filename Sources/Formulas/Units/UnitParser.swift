import Diagnostics

/// Why a text is no unit.
public struct UnitError: Error, Sendable, Hashable {
  /// The part that is not understood, and where it starts in UTF-8 bytes.
  public var part: String
  public var offset: Int
  public var message: String
  public var help: [String]
}

extension Unit {
  /// Reads `1`, `token`, `TFLOP/s`, `token·channel^2`, `byte/(token·layer)`, `ms`, `%`, `$`.
  ///
  /// - Parameter counting: what a project counts besides the units that are known.
  /// - Throws: `UnitError` with the part at fault and the nearest known name.
  public init(parsing text: String, counting: [String] = []) throws(UnitError) {
    var parser = UnitParser(text: text, counting: counting)
    self = try parser.parse()
  }
}

private struct UnitParser {
  private let text: String
  private let counting: [String]
  private let scalars: [Unicode.Scalar]
  private var position = 0

  init(text: String, counting: [String]) {
    self.text = text
    self.counting = counting
    scalars = Array(text.unicodeScalars)
  }

  mutating func parse() throws(UnitError) -> Unit {
    let unit = try product()
    skipSpaces()
    guard position == scalars.count else {
      throw fault(at: position, part: String(scalars[position]), "is not part of a unit")
    }
    return unit.spelled(text.trimmedSpaces)
  }

  /// Factors joined by `·`, `*`, a space or `/`; what follows a slash is one factor, as in SI.
  private mutating func product() throws(UnitError) -> Unit {
    var unit = try factor()
    while true {
      skipSpaces()
      guard position < scalars.count else { return unit }
      switch scalars[position] {
      case "/":
        position += 1
        unit = unit / (try factor())
      case "·", "*", "⋅", "×":
        position += 1
        unit = unit * (try factor())
      case ")": return unit
      default: unit = unit * (try factor())
      }
    }
  }

  private mutating func factor() throws(UnitError) -> Unit {
    skipSpaces()
    let unit: Unit
    if position < scalars.count, scalars[position] == "(" {
      position += 1
      unit = try product()
      guard position < scalars.count, scalars[position] == ")" else {
        throw fault(at: position, part: "", "has an open parenthesis")
      }
      position += 1
    } else {
      unit = try name()
    }
    guard let exponent = try exponent() else { return unit }
    return unit.power(exponent)
  }

  private mutating func exponent() throws(UnitError) -> Rational? {
    let superscripts: [Unicode.Scalar: Int] = [
      "⁰": 0, "¹": 1, "²": 2, "³": 3, "⁴": 4, "⁵": 5, "⁶": 6, "⁷": 7, "⁸": 8, "⁹": 9,
    ]
    guard position < scalars.count else { return nil }
    var sign = 1
    var value: Int?
    if scalars[position] == "^" {
      position += 1
      if position < scalars.count, scalars[position] == "-" || scalars[position] == "−" {
        sign = -1
        position += 1
      }
      while position < scalars.count, let digit = Int(String(scalars[position])), digit < 10 {
        value = (value ?? 0) * 10 + digit
        position += 1
      }
      guard let value, value < 100 else {
        throw fault(at: position, part: "^", "lacks a whole exponent")
      }
      return Rational(sign * value)
    }
    if scalars[position] == "⁻" {
      sign = -1
      position += 1
    }
    while position < scalars.count, let digit = superscripts[scalars[position]] {
      value = (value ?? 0) * 10 + digit
      position += 1
    }
    return value.map { Rational(sign * min($0, 99)) }
  }

  private mutating func name() throws(UnitError) -> Unit {
    let start = position
    while position < scalars.count, isNameScalar(scalars[position]) { position += 1 }
    let name = String(String.UnicodeScalarView(scalars[start..<position]))
    guard !name.isEmpty else { throw fault(at: start, part: "", "lacks a name") }
    guard let unit = UnitCatalogue.unit(named: name, counting: counting) else {
      throw fault(at: start, part: name, "is not a known unit")
    }
    return unit
  }

  private func isNameScalar(_ scalar: Unicode.Scalar) -> Bool {
    scalar == "1" || scalar == "_" || scalar.properties.isAlphabetic
      || "%$€£¥°".unicodeScalars.contains(scalar)
  }

  private mutating func skipSpaces() {
    while position < scalars.count, scalars[position] == " " { position += 1 }
  }

  /// The nearest name; else that reports may name what they count.
  private func help(for part: String) -> [String] {
    if part.utf8.count > 2, let near = nearestName(to: part, in: counting + UnitCatalogue.names) {
      return ["did you mean '\(near)'?"]
    }
    return ["when it is something that is counted, name it in report.yaml: units: [\(part)]"]
  }

  private func fault(at index: Int, part: String, _ message: String) -> UnitError {
    let offset = String(String.UnicodeScalarView(scalars[..<min(index, scalars.count)])).utf8.count
    return UnitError(
      part: part, offset: offset,
      message: part.isEmpty ? "the unit '\(text)' \(message)" : "'\(part)' \(message)",
      help: part.isEmpty ? [] : help(for: part))
  }
}

extension String {
  fileprivate var trimmedSpaces: String {
    var view = self[...]
    while view.first == " " { view.removeFirst() }
    while view.last == " " { view.removeLast() }
    return String(view)
  }
}
