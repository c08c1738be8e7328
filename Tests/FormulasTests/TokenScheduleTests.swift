import Formulas
import Testing

struct TokenScheduleTests {
  @Test func `runs are read and printed back`() throws {
    let schedule = try TokenSchedule(parsing: "576x2; 166.4x30")
    #expect(schedule.description == "576x2;166.4x30")
    #expect(schedule.layerCount == 32)
    #expect(abs(schedule.mean - 192) < 1e-12)
    #expect(schedule.tokens(inLayer: 1) == 576)
    #expect(schedule.tokens(inLayer: 2) == 166.4)
    #expect(schedule.tokens(inLayer: 32) == nil)
  }

  @Test(arguments: [
    ("576x2;309x4;204x9;113x17", 192.03125), ("576x2;300x4;200x10;110x16", 191),
    ("96x16;32x16", 64),
  ])
  func `the layer average is the published one`(text: String, mean: Double) throws {
    #expect(try TokenSchedule(parsing: text).mean == mean)
  }

  @Test(arguments: ["", "576y32", "576x", "x32", "576x2;;", "576x2x3", "-3x2", "3x0", "nanx2"])
  func `what is no schedule is refused`(text: String) {
    #expect(throws: CostModelError.self) { try TokenSchedule(parsing: text) }
  }

  @Test func `a schedule of other layers than the model's is refused with both numbers`() throws {
    let shape = try SeedModels.shape("LLaVA-1.5-7B")
    let error = #expect(throws: CostModelError.self) {
      try PrefillCost(of: TokenSchedule(parsing: "576x2;288x38"), on: shape)
    }
    #expect(
      error?.description == "the schedule '576x2;288x38' covers 40 layers, the model has 32")
  }

  @Test func `sizes that do not fit together are refused`() {
    #expect(throws: CostModelError.self) {
      try TransformerShape(
        layers: 2, hiddenSize: 64, intermediateSize: 8, heads: 8, keyValueHeads: 3)
    }
    #expect(throws: CostModelError.self) {
      try TransformerShape(
        layers: 2, hiddenSize: 64, intermediateSize: 8, feedForwardMatrices: 4, heads: 8)
    }
    #expect(throws: CostModelError.self) {
      try TransformerShape(layers: 0, hiddenSize: 64, intermediateSize: 8, heads: 8)
    }
  }
}
