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
  /// - Throws: `UnitError` with the part at fault and the nearest known name.
  public init(parsing text: String) throws(UnitError) {
    var parser = UnitParser(text: text)
    self = try parser.parse()
  }

  /// All names that can be written, for help texts.
  public static var knownNames: [String] {
    UnitParser.strictUnits.keys.sorted() + UnitParser.countingUnits
  }
}

private struct UnitParser {
  private let text: String
  private let scalars: [Unicode.Scalar]
  private var position = 0

  init(text: String) {
    self.text = text
    scalars = Array(text.unicodeScalars)
  }

  mutating func parse() throws(UnitError) -> Unit {
    let unit = try product()
    skipSpaces()
    guard position == scalars.count else {
      throw fault(at: position, part: String(scalars[position]), "is not part of a unit")
    }
    return Unit(
      factors: unit.factors, scale: unit.scale,
      spelling: text.trimmedSpaces)
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
    guard let unit = Self.unit(named: name) else {
      throw fault(at: start, part: name, "is not a known unit")
    }
    return unit
  }

  static func unit(named name: String) -> Unit? {
    if let unit = exact(name) { return unit }
    // A plural is read as its singular: tokens, bytes, FLOPs.
    if name.hasSuffix("s"), name.utf8.count > 2 { return exact(String(name.dropLast())) }
    return nil
  }

  private static func exact(_ name: String) -> Unit? {
    if let unit = strictUnits[name] { return unit }
    if countingUnits.contains(name) { return Unit(.counting(name)) }
    if name == "matrice" { return Unit(.counting("matrix")) }
    for (prefix, factor) in prefixes where name.hasPrefix(prefix) {
      let rest = String(name.dropFirst(prefix.count))
      if let unit = prefixable[rest] {
        return Unit(factors: unit.factors, scale: unit.scale * factor)
      }
    }
    return nil
  }

  /// Binary prefixes first, so that `MiB` is not read as `M` and `iB`.
  private static let prefixes: [(String, Double)] = [
    ("Ki", 1024), ("Mi", 1_048_576), ("Gi", 1_073_741_824), ("Ti", 1_099_511_627_776),
    ("n", 1e-9), ("µ", 1e-6), ("μ", 1e-6), ("u", 1e-6), ("m", 1e-3), ("k", 1e3), ("M", 1e6),
    ("G", 1e9), ("T", 1e12), ("P", 1e15), ("E", 1e18),
  ]

  private static let prefixable: [String: Unit] = [
    "FLOP": .flop, "B": .byte, "byte": .byte, "bit": Unit(.strict("byte"), scale: 0.125),
    "s": .second, "second": .second, "W": joule / .second, "J": joule,
    "token": .token, "parameter": Unit(.counting("parameter")),
  ]

  private static let joule = Unit(.strict("joule"))

  static let strictUnits: [String: Unit] = [
    "1": .one, "%": .percent, "FLOP": .flop, "B": .byte, "byte": .byte,
    "bit": Unit(.strict("byte"), scale: 0.125),
    "s": .second, "second": .second, "min": Unit(.strict("second"), scale: 60),
    "minute": Unit(.strict("second"), scale: 60), "h": Unit(.strict("second"), scale: 3600),
    "hour": Unit(.strict("second"), scale: 3600), "day": Unit(.strict("second"), scale: 86400),
    "Hz": Unit.one / .second, "dollar": Unit(.strict("dollar")), "$": Unit(.strict("dollar")),
    "USD": Unit(.strict("dollar")), "J": joule, "joule": joule, "W": joule / .second,
    "watt": joule / .second, "point": Unit(.strict("point")), "pp": Unit(.strict("point")),
  ]

  static let countingUnits = [
    "block", "channel", "count", "example", "frame", "head", "image", "item", "layer", "matrix",
    "method", "parameter", "patch", "pixel", "query", "question", "row", "sample", "step",
    "tile", "token", "value", "video",
  ]

  private func isNameScalar(_ scalar: Unicode.Scalar) -> Bool {
    scalar == "%" || scalar == "$" || scalar == "1" || scalar == "_"
      || scalar.properties.isAlphabetic
  }

  private mutating func skipSpaces() {
    while position < scalars.count, scalars[position] == " " { position += 1 }
  }

  private func fault(at index: Int, part: String, _ message: String) -> UnitError {
    let offset = String(String.UnicodeScalarView(scalars[..<min(index, scalars.count)])).utf8.count
    return UnitError(
      part: part, offset: offset,
      message: part.isEmpty ? "the unit '\(text)' \(message)" : "'\(part)' \(message)",
      help: part.isEmpty
        ? [] : helpForUnknown(part, among: Unit.knownNames, called: "known units"))
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
