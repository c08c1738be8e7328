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
  ])
  func `a prefix is a scale`(text: String, base: String, factor: Double) throws {
    let unit = try Unit(parsing: text)
    let coherent = try Unit(parsing: base)
    #expect(unit.factors == coherent.factors)
    #expect(abs(unit.scale / factor - 1) < 1e-12)
    #expect(unit.description == text)
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
