import Formulas
import Testing

struct UnitTests {
  @Test(arguments: [
    ("tokens", "token"), ("byte / s", "byte/second"), ("token·channel^2", "token·channel²"),
    ("byte/(token·layer)", "byte/(layer·token)"), ("s^-1", "1/second"), ("Hz", "1/second"),
  ])
  func `a unit is read as its base units`(text: String, canonical: String) throws {
    let unit = try Unit(parsing: text)
    #expect(unit.isEquivalent(to: try Unit(parsing: canonical)))
  }

  @Test(arguments: [
    ("TFLOP", "FLOP", 1e12), ("GB", "byte", 1e9), ("MiB", "byte", 1_048_576), ("ms", "s", 1e-3),
    ("min", "s", 60), ("GFLOP/s", "FLOP/s", 1e9), ("bit", "byte", 0.125), ("kJ", "J", 1e3),
    ("kWh", "J", 3.6e6), ("km", "m", 1e3), ("cm", "m", 1e-2), ("g", "kg", 1e-3),
    ("mL", "m^3", 1e-6), ("year", "s", 31_557_600), ("k€", "€", 1e3), ("mA·h", "A·s", 3.6),
    ("hours", "s", 3600),
  ])
  func `a prefix is a scale`(text: String, base: String, factor: Double) throws {
    let unit = try Unit(parsing: text)
    let coherent = try Unit(parsing: base)
    #expect(unit.factors == coherent.factors)
    #expect(abs(unit.scale / factor - 1) < 1e-12)
    #expect(unit.description == text)
  }

  @Test(arguments: [
    ("V", "W/A"), ("W·h", "Wh"), ("N", "kg·m/s^2"), ("Pa", "N/m²"), ("J", "kg·m²/s²"),
    ("Ω", "V/A"), ("people", "person"), ("px", "pixels"), ("EUR", "€"), ("USD/kWh", "$/kWh"),
  ])
  func `a derived unit is a product of base units`(text: String, product: String) throws {
    #expect(try Unit(parsing: text).isEquivalent(to: Unit(parsing: product)))
  }

  @Test(arguments: [("€", "$"), ("°C", "K"), ("J", "W"), ("kg", "N"), ("person", "user")])
  func `what cannot be converted is another unit`(a: String, b: String) throws {
    #expect(try Unit(parsing: a).factors != Unit(parsing: b).factors)
  }

  @Test(arguments: ["mAs", "kWs", "GPas", "EURs"])
  func `a symbol has no plural`(text: String) {
    #expect(throws: (any Error).self) { try Unit(parsing: text) }
  }

  @Test func `a number of another scale is told how to become one`() throws {
    func help(_ a: String, _ b: String) throws -> String? {
      try Unit(parsing: a).conversion(to: Unit(parsing: b))
    }
    #expect(try help("kWh", "W·h") == "multiply it by 1000: 1 kWh is 1000 W·h")
    #expect(try help("ms", "s") == "divide it by 1000: 1 s is 1000 ms")
    #expect(try help("MiB", "byte") == "multiply it by 1048576: 1 MiB is 1048576 byte")
    #expect(try help("kg", "m") == nil)
  }

  @Test func `a project may name what it counts`() throws {
    let error = #expect(throws: UnitError.self) { try Unit(parsing: "$/berth") }
    #expect(
      error?.help
        == ["when it is something that is counted, name it in report.yaml: units: [berth]"])
    let unit = try Unit(parsing: "$/berths", counting: ["berth"])
    #expect(unit.factors.map(\.base.name) == ["$", "berth"])
    #expect(unit.countingDegree == -1)
  }

  @Test func `percent is no fraction and a rate is no amount`() throws {
    #expect(!Unit.percent.isEquivalent(to: .one))
    #expect(
      !(try Unit(parsing: "TFLOP")).isEquivalent(to: try Unit(parsing: "TFLOP/s")))
    #expect(try Unit(parsing: "W·s").isEquivalent(to: Unit(parsing: "J")))
  }

  @Test func `an unknown unit names the nearest`() {
    let error = #expect(throws: UnitError.self) { try Unit(parsing: "byte/tokn") }
    #expect(error?.offset == 5)
    #expect(error?.message == "'tokn' is not a known unit")
    #expect(error?.help.first == "did you mean 'token'?")
  }
}
