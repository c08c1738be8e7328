import Formulas
import Testing

/// A figure that a paper, a repository or the seed prints, and the schedule that gives it.
struct PublishedCost: Sendable, CustomTestStringConvertible {
  var id: String
  var model = "LLaVA-1.5-7B"
  var schedule: String
  var extra = 0.0
  var matrices = 3
  var printed: Double
  var halfLastDigit: Double

  var testDescription: String { "\(id) \(model) \(schedule)" }
}

struct CostModelTests {
  @Test(arguments: [
    PublishedCost(id: "C001", schedule: "576x32", printed: 3.81715, halfLastDigit: 0.000005),
    PublishedCost(id: "C002", schedule: "192x32", printed: 1.25306, halfLastDigit: 0.000005),
    PublishedCost(id: "C003", schedule: "128x32", printed: 0.83322, halfLastDigit: 0.000005),
    PublishedCost(id: "C004", schedule: "64x32", printed: 0.41554, halfLastDigit: 0.000005),
    PublishedCost(id: "C005", schedule: "576x32", printed: 3.82, halfLastDigit: 0.005),
    PublishedCost(
      id: "C007", schedule: "576x8;288x8;144x8;72x8", printed: 1.78, halfLastDigit: 0.005),
    PublishedCost(
      id: "C008", schedule: "576x6;288x6;144x6;72x6;36x8", printed: 1.3914,
      halfLastDigit: 0.00005),
    PublishedCost(
      id: "C010", model: "LLaVA-NeXT-7B", schedule: "2880x32", printed: 20.8, halfLastDigit: 0.05),
    PublishedCost(
      id: "C011", model: "LLaVA-NeXT-7B", schedule: "2880x8;1440x8;720x8;360x8", printed: 9.46,
      halfLastDigit: 0.005),
    PublishedCost(
      id: "C044", schedule: "576x3;309x4;204x9;113x16", extra: 70.3, printed: 1.8177,
      halfLastDigit: 0.0005),
    PublishedCost(
      id: "C050", schedule: "288x16;96x16", printed: 1.2555, halfLastDigit: 0.00005),
    PublishedCost(id: "C052", schedule: "96x16;32x16", printed: 0.4158, halfLastDigit: 0.00005),
  ])
  func `prefill cost reproduces a published figure in TFLOP`(_ row: PublishedCost) throws {
    let shape = try SeedModels.shape(row.model).countingFeedForwardMatrices(row.matrices)
    let cost = try PrefillCost(
      of: TokenSchedule(parsing: row.schedule), extraTokens: row.extra, on: shape)
    #expect(abs(cost.teraFLOPs - row.printed) <= row.halfLastDigit)
  }

  @Test(arguments: [
    // FastV K = 2, R = 50 %, with 36 text tokens: 612 → 324.
    PublishedCost(
      id: "FastV 7B K=2", schedule: "576x2;288x30", extra: 36, matrices: 2, printed: 0.5516,
      halfLastDigit: 0.00005),
    PublishedCost(
      id: "C028", schedule: "576x3;288x29", extra: 36, matrices: 2, printed: 0.5666,
      halfLastDigit: 0.00005),
    PublishedCost(
      id: "C029", model: "LLaVA-1.5-13B", schedule: "576x2;288x38", extra: 36, matrices: 2,
      printed: 1 - 0.4529, halfLastDigit: 0.00005),
  ])
  func `TFLOP ratio reproduces FastV's figures`(_ row: PublishedCost) throws {
    let shape = try SeedModels.shape(row.model).countingFeedForwardMatrices(row.matrices)
    let ratio = try TFLOPRatio(
      of: TokenSchedule(parsing: row.schedule), extraTokens: row.extra, on: shape)
    #expect(abs(ratio.value - row.printed) <= row.halfLastDigit)
  }

  @Test(arguments: [
    ("C013", "LLaVA-1.5-7B", 576.0, 3.228), ("C014", "LLaVA-1.5-7B", 56, 0.5122),
    ("C016", "LLaVA-1.5-13B", 576, 6.2813), ("C017", "LLaVA-1.5-13B", 56, 1.002),
  ])
  func `the mean over DivPrune's eleven image sets is reproduced`(
    id: String, model: String, visual: Double, printed: Double
  ) throws {
    let shape = try SeedModels.shape(model).countingFeedForwardMatrices(2)
    let texts: [Double] = [15, 15, 23, 83, 25, 113, 15, 39, 21, 91, 57]
    let sum = try texts.reduce(0.0) { sum, text in
      let schedule = try TokenSchedule(uniform: visual, layers: shape.layers)
      return sum + (try PrefillCost(of: schedule, extraTokens: text, on: shape)).teraFLOPs
    }
    #expect(abs(sum / Double(texts.count) - printed) <= 0.0005)
  }

  @Test func `DivPrune's video figures are reproduced`() throws {
    let shape = try SeedModels.shape("").countingFeedForwardMatrices(2)
    let texts: [Double] = [28, 63, 21, 38, 196]
    for (visual, printed) in [(1152.0, 6.5386), (115, 0.9371)] {
      let schedule = try TokenSchedule(uniform: visual, layers: 32)
      let costs = try texts.map {
        try PrefillCost(of: schedule, extraTokens: $0, on: shape).teraFLOPs
      }
      #expect(abs(costs.reduce(0, +) / 5 - printed) <= 0.00005)
    }
  }

  @Test func `one layer of the 13B model takes 154.6 GFLOP at 612 tokens`() throws {
    let shape = try SeedModels.shape("LLaVA-1.5-13B").countingFeedForwardMatrices(2)
    #expect(abs(LayerFLOPs(tokens: 612, shape: shape).total / 1e9 - 154.64) < 0.005)
  }

  @Test(arguments: [
    ("LLaVA-1.5-7B", 524_288.0), ("LLaVA-1.5-13B", 819_200), ("InternVL2-8B", 131_072),
    ("Qwen2-VL-7B", 57_344),
  ])
  func `one cached token takes the bytes that grouped heads leave`(
    model: String, bytes: Double
  ) throws {
    let shape = try SeedModels.shape(model)
    let schedule = try TokenSchedule(uniform: 1, layers: shape.layers)
    #expect(try KVCacheSize(of: schedule, on: shape).bytes == bytes)
  }

  @Test func `the cache of 576 tokens is 288 MiB and 4-bit values take a quarter`() throws {
    let shape = try SeedModels.shape("")
    let schedule = try TokenSchedule(parsing: "576x32")
    let full = try KVCacheSize(of: schedule, on: shape).bytes
    #expect(full == 288 * 1024 * 1024)
    #expect(try KVCacheSize(of: schedule, bytesPerValue: 0.5, on: shape).bytes == full / 4)
  }

  @Test func `grouped queries make only the key and value projections cheaper`() throws {
    let grouped = LayerFLOPs(tokens: 100, shape: try SeedModels.shape("InternVL2-8B"))
    #expect(grouped.projections == 2 * 100 * 4096 * (4096 + 1024))
    #expect(grouped.attention == 2 * 100 * 100 * 4096)
    #expect(grouped.feedForward == 3 * 100 * 4096 * 14336)
  }

  @Test func `CLIP takes 190.6 GFLOP, and 182.7 with the blocks that LLaVA runs`() throws {
    let clip = try TransformerShape(
      layers: 24, hiddenSize: 1024, intermediateSize: 4096, feedForwardMatrices: 2, heads: 16)
    let all = try VisionEncoderCost(tokens: 577, shape: clip).flops
    let used = try VisionEncoderCost(tokens: 577, blocks: 23, shape: clip).flops
    #expect(abs(all / 1e9 - 190.61) < 0.005)
    #expect(abs(used / 1e9 - 182.67) < 0.005)
  }

  @Test func `FastV's four latencies fit the line that the seed states`() throws {
    let shape = try SeedModels.shape("LLaVA-1.5-13B").countingFeedForwardMatrices(2)
    let measured = [
      ("576x40", 0.203), ("576x2;432x38", 0.181), ("576x2;288x38", 0.155), ("576x2;144x38", 0.124),
    ]
    let points = try measured.map { schedule, seconds in
      let cost = try PrefillCost(
        of: TokenSchedule(parsing: schedule), extraTokens: 36, on: shape)
      return (teraFLOPs: cost.teraFLOPs, seconds: seconds)
    }
    let line = try PrefillLatency(fitting: points)
    #expect(abs(line.fixedSeconds - 0.0886) < 0.00005)
    #expect(abs(line.secondsPerTeraFLOP - 0.01888) < 0.000005)
    let residuals = points.map { abs(line.seconds(teraFLOPs: $0.teraFLOPs) - $0.seconds) }
    // The seed rounds the largest residual to 2.5 ms.
    #expect(residuals.allSatisfy { $0 < 0.00255 })
  }
}
