import Diagnostics

/// Collects a unit of siunitx and writes it with powers: `kg m s⁻²`.
struct UnitBuilder {
  private struct Part {
    var text: String
    var power: String = ""
  }

  private var parts: [Part] = []
  private var prefix = ""
  private var isInverse = false
  private var pendingPower = ""
  private var startsNew = true
  private let place: SourceSpan

  init(place: SourceSpan) { self.place = place }

  /// - Returns: false when siunitx knows no such unit, prefix or power.
  mutating func append(command: String) -> Bool {
    if let symbol = Self.prefixes[command] {
      prefix += symbol
    } else if let symbol = Self.units[command] {
      finish(prefix + symbol)
      prefix = ""
      startsNew = true
    } else {
      switch command {
      case "per": isInverse = true
      case "square": pendingPower = "2"
      case "cubic": pendingPower = "3"
      case "squared": setPower("2")
      case "cubed": setPower("3")
      case "tothe", "raiseto", "of", "highlight": break
      case ",", "cdot", "times", " ", ";", ":": separate()
      case "%": append(character: "%")
      default: return false
      }
    }
    return true
  }

  mutating func append(character: Unicode.Scalar) {
    switch character {
    case ".", "~", "*": separate()
    case "/":
      isInverse = true
      startsNew = true
    case "{", "}", "(", ")": break
    default:
      if startsNew || parts.isEmpty {
        finish(String(character))
        startsNew = false
      } else {
        parts[parts.count - 1].text.unicodeScalars.append(character)
      }
    }
  }

  mutating func separate() { startsNew = true }

  mutating func setPower(_ power: String) {
    guard !parts.isEmpty else { return }
    let isInverted = parts[parts.count - 1].power == "-1"
    parts[parts.count - 1].power = isInverted ? "-" + power : power
    startsNew = true
  }

  private mutating func finish(_ text: String) {
    var power = pendingPower
    if isInverse { power = "-" + (power.isEmpty ? "1" : power) }
    parts.append(Part(text: text, power: power))
    (pendingPower, isInverse) = ("", false)
  }

  func nodes() -> [MathNode] {
    var nodes: [MathNode] = []
    for (index, part) in parts.enumerated() {
      if index > 0 { nodes.append(MathNode(.space(.mu(3)), span: place)) }
      let letters = part.text.unicodeScalars.map {
        MathNode(.symbol(MathSymbol($0, .ordinary)), span: place)
      }
      let base = MathNode(.alphabet(.roman, MathList(letters, span: place)), span: place)
      if part.power.isEmpty {
        nodes.append(base)
        continue
      }
      var sup =
        part.power.hasPrefix("-")
        ? [MathNode(.symbol(MathSymbol("−", .ordinary)), span: place)] : []
      let digits = part.power.filter { $0 != "-" }
      sup.append(
        MathNode(
          digits.allSatisfy(\.isNumber)
            ? .number(digits)
            : .symbol(MathSymbol(digits.unicodeScalars.first!, .ordinary)), span: place))
      nodes.append(
        MathNode(
          .scripts(Scripts(base: base, sub: nil, sup: MathList(sup, span: place))), span: place))
    }
    return nodes
  }

  static var commandNames: [String] { (Array(prefixes.keys) + Array(units.keys)).sorted() }

  private static let prefixes: [String: String] = [
    "quecto": "q", "ronto": "r", "yocto": "y", "zepto": "z", "atto": "a", "femto": "f",
    "pico": "p", "nano": "n", "micro": "µ", "milli": "m", "centi": "c", "deci": "d",
    "deca": "da", "deka": "da", "hecto": "h", "kilo": "k", "mega": "M", "giga": "G",
    "tera": "T", "peta": "P", "exa": "E", "zetta": "Z", "yotta": "Y", "kibi": "Ki",
    "mebi": "Mi", "gibi": "Gi", "tebi": "Ti", "pebi": "Pi",
  ]

  private static let units: [String: String] = [
    "ampere": "A", "candela": "cd", "kelvin": "K", "kilogram": "kg", "gram": "g", "metre": "m",
    "meter": "m", "mole": "mol", "second": "s", "becquerel": "Bq", "degreeCelsius": "°C",
    "celsius": "°C", "coulomb": "C", "farad": "F", "gray": "Gy", "hertz": "Hz", "henry": "H",
    "joule": "J", "lumen": "lm", "katal": "kat", "lux": "lx", "newton": "N", "ohm": "Ω",
    "pascal": "Pa", "radian": "rad", "siemens": "S", "sievert": "Sv", "steradian": "sr",
    "tesla": "T", "volt": "V", "watt": "W", "weber": "Wb", "day": "d", "hectare": "ha",
    "hour": "h", "litre": "L", "liter": "L", "minute": "min", "tonne": "t", "bar": "bar",
    "angstrom": "Å", "astronomicalunit": "au", "atomicmassunit": "u", "dalton": "Da",
    "electronvolt": "eV", "degree": "°", "arcminute": "′", "arcsecond": "″", "percent": "%",
    "bit": "bit", "byte": "B", "decibel": "dB", "neper": "Np", "bel": "B", "knot": "kn",
    "flop": "FLOP", "token": "token", "pixel": "px", "parsec": "pc", "lightyear": "ly",
    "km": "km", "m": "m", "cm": "cm", "mm": "mm", "um": "µm", "nm": "nm", "s": "s", "ms": "ms",
    "us": "µs", "ns": "ns", "kg": "kg", "g": "g", "mg": "mg", "Hz": "Hz", "kHz": "kHz",
    "MHz": "MHz", "GHz": "GHz", "THz": "THz", "J": "J", "kJ": "kJ", "W": "W", "kW": "kW",
    "MW": "MW", "GW": "GW", "N": "N", "Pa": "Pa", "kPa": "kPa", "V": "V", "kV": "kV", "mV": "mV",
    "A": "A", "mA": "mA", "K": "K", "eV": "eV", "keV": "keV", "MeV": "MeV", "GeV": "GeV",
    "TeV": "TeV", "kWh": "kWh",
  ]
}
