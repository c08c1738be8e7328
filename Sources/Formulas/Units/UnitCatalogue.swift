/// The units that have names, and the prefixes that some of them take.
///
/// Base units of their own dimension are those of the SI (metre, kilogram, second, ampere, kelvin,
/// mole, candela), and what reports count in besides: byte, FLOP, point, decibel, a percentage, and
/// every currency. Derived units are products of these.
///
/// Source: SI Brochure, 9th edition, tables 2, 4 and 8; currencies by ISO 4217.
enum UnitCatalogue {
  /// By its name, its symbol, its plural, or one of them with a prefix.
  ///
  /// - Parameter counting: units that a project counts in besides those that are known.
  static func unit(named name: String, counting: [String]) -> Unit? {
    if let unit = exact(name, counting) { return unit.named(irregularPlurals[name] ?? name) }
    // A plural is read as its singular: tokens, bytes, FLOPs.
    guard name.hasSuffix("s"), isWord(name.dropLast()) else { return nil }
    let singular = String(name.dropLast())
    return exact(singular, counting)?.named(singular)
  }

  /// Symbols have no plural: `mAs` is a product of which the sign is missing.
  private static func isWord(_ name: Substring) -> Bool {
    name.utf8.count > 2 && (name.hasSuffix("FLOP") || name.suffix(2).allSatisfy(\.isLowercase))
  }

  private static func exact(_ name: String, _ counting: [String]) -> Unit? {
    if let unit = plain[name] ?? prefixable[name] { return unit }
    if countingUnits.contains(name) || counting.contains(name) { return Unit(.counting(name)) }
    if let singular = irregularPlurals[name] { return Unit(.counting(singular)) }
    for (prefix, factor) in prefixes where name.hasPrefix(prefix) {
      let rest = String(name.dropFirst(prefix.count))
      if let unit = prefixable[rest] {
        return scaled(unit, factor)
      }
    }
    for (prefix, factor) in smallPrefixes where name.hasPrefix(prefix) {
      let rest = String(name.dropFirst(prefix.count))
      if takeSmallPrefixes.contains(rest), let unit = prefixable[rest] {
        return scaled(unit, factor)
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

  /// Prefixes that few units take: `hs` is no hundred seconds.
  private static let smallPrefixes: [(String, Double)] = [("c", 1e-2), ("d", 1e-1), ("h", 1e2)]
  private static let takeSmallPrefixes: Set<String> = [
    "m", "metre", "meter", "g", "gram", "l", "L", "litre", "liter", "Pa",
  ]

  private static let metre = Unit(.strict("m"))
  private static let kilogram = Unit(.strict("kg"))
  private static let ampere = Unit(.strict("A"))
  private static let newton = kilogram * metre / (.second * .second)
  private static let joule = newton * metre
  private static let watt = joule / .second
  private static let volt = watt / ampere
  private static let litre = scaled(metre.power(3), 1e-3)

  private static func scaled(_ unit: Unit, _ factor: Double) -> Unit {
    Unit(factors: unit.factors, scale: unit.scale * factor)
  }

  /// Units that take prefixes.
  private static let prefixable: [String: Unit] = [
    "FLOP": .flop, "B": .byte, "byte": .byte, "bit": scaled(.byte, 0.125),
    "token": .token, "parameter": Unit(.counting("parameter")),
    "s": .second, "second": .second, "Hz": .one / .second,
    "m": metre, "metre": metre, "meter": metre,
    "g": scaled(kilogram, 1e-3), "gram": scaled(kilogram, 1e-3),
    "t": scaled(kilogram, 1e3), "tonne": scaled(kilogram, 1e3),
    "A": ampere, "ampere": ampere, "Ah": scaled(ampere * .second, 3600),
    "K": Unit(.strict("K")), "kelvin": Unit(.strict("K")),
    "mol": Unit(.strict("mol")), "cd": Unit(.strict("cd")),
    "N": newton, "newton": newton, "Pa": newton / metre.power(2), "bar": barPressure,
    "J": joule, "joule": joule, "W": watt, "watt": watt, "Wh": scaled(joule, 3600),
    "eV": scaled(joule, 1.602176634e-19), "cal": scaled(joule, 4.184),
    "V": volt, "volt": volt, "Ω": volt / ampere, "ohm": volt / ampere,
    "L": litre, "l": litre, "litre": litre, "liter": litre,
    "$": dollar, "USD": dollar, "€": euro, "EUR": euro,
  ]

  private static let barPressure = scaled(newton / metre.power(2), 1e5)
  private static let dollar = Unit(.strict("$"))
  private static let euro = Unit(.strict("€"))

  /// Units that take none.
  private static let plain: [String: Unit] = [
    "1": .one, "%": .percent, "point": Unit(.strict("point")), "pp": Unit(.strict("point")),
    "dB": Unit(.strict("dB")), "°C": Unit(.strict("°C")),
    "kg": kilogram, "kilogram": kilogram,
    "rad": .one, "°": scaled(.one, .pi / 180), "degree": scaled(.one, .pi / 180),
    "min": scaled(.second, 60), "minute": scaled(.second, 60),
    "h": scaled(.second, 3600), "hour": scaled(.second, 3600),
    "d": scaled(.second, 86400), "day": scaled(.second, 86400),
    "week": scaled(.second, 604_800), "month": scaled(.second, 2_629_800),
    "year": scaled(.second, 31_557_600), "yr": scaled(.second, 31_557_600),
    "px": Unit(.counting("pixel")),
    "ha": scaled(metre.power(2), 1e4), "dollar": dollar, "euro": euro,
    "£": Unit(.strict("£")), "GBP": Unit(.strict("£")), "¥": Unit(.strict("¥")),
    "JPY": Unit(.strict("¥")), "CNY": Unit(.strict("CNY")), "CHF": Unit(.strict("CHF")),
    "INR": Unit(.strict("INR")), "KRW": Unit(.strict("KRW")), "CAD": Unit(.strict("CAD")),
    "AUD": Unit(.strict("AUD")), "SEK": Unit(.strict("SEK")), "NOK": Unit(.strict("NOK")),
    "DKK": Unit(.strict("DKK")), "PLN": Unit(.strict("PLN")), "BRL": Unit(.strict("BRL")),
  ]

  private static let countingUnits: Set<String> = [
    "batch", "block", "case", "cell", "channel", "class", "client", "core", "count", "cycle",
    "device", "document", "epoch", "error", "event", "example", "file", "frame", "GPU", "head",
    "household", "image", "item", "iteration", "layer", "line", "machine", "matrix", "method",
    "model", "neuron", "node", "operation", "page", "parameter", "part", "participant", "patch",
    "patient", "person", "pixel", "query", "question", "request", "row", "run", "sample",
    "sentence", "server", "site", "step", "student", "study", "task", "tile", "token", "trial",
    "unit", "user", "value", "vehicle", "video", "vote", "word",
  ]

  private static let irregularPlurals = [
    "batches": "batch", "classes": "class", "matrices": "matrix", "patches": "patch",
    "people": "person", "persons": "person", "queries": "query", "studies": "study",
  ]

  /// All names, for help texts.
  static let names: [String] =
    (plain.keys.sorted() + prefixable.keys.sorted() + ["kWh", "MWh", "km", "cm", "mm", "ms", "GB"])
    + countingUnits.sorted()
}
