/// The cost model as functions for SQL and prose.
///
/// To add a cost formula: write its Swift type beside this file, then a function here and its line
/// in `all`.
public struct CostFunctions: Sendable {
  /// Finds a model by name; throws a message that names the nearest when there is none.
  public typealias ModelProvider = @Sendable (String) throws(CostModelError) -> ModelRecord

  private let model: ModelProvider

  public init(models: @escaping ModelProvider) { model = models }

  /// All functions of the cost model.
  public var all: [ScalarFunction] {
    [
      prefillFLOPs, prefillTFLOPs, tflopRatio, kvCacheBytes, scheduleMean, scheduleLayers,
      layerFLOPs, encoderFLOPs,
    ]
  }

  private static let modelParameter = ScalarFunction.Parameter(
    "model", .text, summary: "a name in the resource 'models'")
  private static let scheduleParameter = ScalarFunction.Parameter(
    "schedule", .text, summary: "tokens per layer, TOKENSxLAYERS runs joined by ';'")
  private static let extraParameter = ScalarFunction.Parameter(
    "extra_tokens", .number(.token), isOptional: true,
    summary: "tokens added to every layer, such as the text; 0 by default")
  private static let matricesParameter = ScalarFunction.Parameter(
    "ffn_matrices", .number(Unit(.counting("matrix"))), isOptional: true,
    summary: "2 or 3 feed-forward matrices; the model's own number by default")
  private static let source = """
    4nd² + 2n²d + c·n·d·m per layer: FastV, arXiv 2403.06764 (c = 2); PyramidDrop, \
    arXiv 2410.17247 (c = 3)
    """

  private var prefillFLOPs: ScalarFunction {
    function(
      "prefill_flops",
      [Self.modelParameter, Self.scheduleParameter, Self.extraParameter, Self.matricesParameter],
      unit: .flop, summary: "multiply–accumulates of the language model's prefill", Self.source
    ) { (call) throws(CostModelError) in try prefillCost(call).flops }
  }

  private var prefillTFLOPs: ScalarFunction {
    function(
      "prefill_tflops",
      [Self.modelParameter, Self.scheduleParameter, Self.extraParameter, Self.matricesParameter],
      unit: Unit(.strict("FLOP"), scale: 1e12), summary: "prefill_flops in units of 10¹²",
      Self.source
    ) { (call) throws(CostModelError) in try prefillCost(call).teraFLOPs }
  }

  private var tflopRatio: ScalarFunction {
    function(
      "tflop_ratio_of",
      [
        Self.modelParameter, Self.scheduleParameter, Self.extraParameter, Self.matricesParameter,
        .init(
          "baseline_tokens", .number(.token), isOptional: true,
          summary: "visual tokens without reduction; the model's own by default"),
      ],
      unit: .one, summary: "prefill cost of the schedule relative to no reduction",
      "FastV, arXiv 2403.06764, section 4.1"
    ) { (call) throws(CostModelError) in
      let record = try model(call.text(0))
      let shape = try shape(record, call)
      guard let tokens = call.number(4) ?? record.visionTokens else {
        throw CostModelError(
          "needs baseline_tokens, because '\(record.name)' has no fixed number of visual tokens")
      }
      return try TFLOPRatio(
        of: TokenSchedule(parsing: call.text(1)),
        baseline: TokenSchedule(uniform: tokens, layers: shape.layers),
        extraTokens: call.number(2) ?? 0, on: shape
      ).value
    }
  }

  private var kvCacheBytes: ScalarFunction {
    function(
      "kv_cache_bytes",
      [
        Self.modelParameter, Self.scheduleParameter, Self.extraParameter,
        .init(
          "bytes_per_value", .number(.byte / Unit(.counting("value"))), isOptional: true,
          summary: "2 by default, for 16-bit values"),
      ],
      unit: .byte, summary: "memory of keys and values after prefill",
      "2 × kv heads × head dimension × tokens × bytes per layer; VoCo-LLaMA, Table 7"
    ) { (call) throws(CostModelError) in
      try KVCacheSize(
        of: TokenSchedule(parsing: call.text(1)), extraTokens: call.number(2) ?? 0,
        bytesPerValue: call.number(3) ?? 2, on: model(call.text(0)).shape
      ).bytes
    }
  }

  private var scheduleMean: ScalarFunction {
    function(
      "schedule_mean", [Self.scheduleParameter], unit: .token,
      summary: "mean tokens over the layers", "the budget by which papers compare methods"
    ) { (call) throws(CostModelError) in try TokenSchedule(parsing: call.text(0)).mean }
  }

  private var scheduleLayers: ScalarFunction {
    function(
      "schedule_layers", [Self.scheduleParameter], unit: .layer,
      summary: "layers that a schedule covers", "the schedule itself"
    ) { (call) throws(CostModelError) in
      Double(try TokenSchedule(parsing: call.text(0)).layerCount)
    }
  }

  private var layerFLOPs: ScalarFunction {
    function(
      "layer_flops",
      [
        Self.modelParameter,
        .init("tokens", .number(.token), summary: "tokens that the layer reads"),
        Self.matricesParameter,
      ],
      unit: .flop, summary: "multiply–accumulates of one layer", Self.source
    ) { (call) throws(CostModelError) in
      let shape = try model(call.text(0)).shape
      return LayerFLOPs(
        tokens: call.number(1) ?? 0, shape: try Self.counting(call.number(2), shape)
      ).total
    }
  }

  private var encoderFLOPs: ScalarFunction {
    function(
      "encoder_flops",
      [
        Self.modelParameter,
        .init(
          "blocks", .number(Unit(.counting("block"))), isOptional: true,
          summary: "blocks that run; all by default"),
      ],
      unit: .flop, summary: "multiply–accumulates of the vision encoder for one image",
      "4nd² + 2n²d + 2ndm per block"
    ) { (call) throws(CostModelError) in
      let record = try model(call.text(0))
      guard let encoder = record.encoder else {
        throw CostModelError("needs encoder sizes, which '\(record.name)' does not have")
      }
      let blocks = try call.number(1).map { (value) throws(CostModelError) in
        guard let blocks = Int(exactly: value) else {
          throw CostModelError("needs a whole number of blocks, not \(value.shortDescription)")
        }
        return blocks
      }
      return try VisionEncoderCost(
        tokens: encoder.tokens, blocks: blocks, shape: encoder.shape
      ).flops
    }
  }

  private func prefillCost(_ call: Arguments) throws(CostModelError) -> PrefillCost {
    let record = try model(call.text(0))
    return try PrefillCost(
      of: TokenSchedule(parsing: call.text(1)), extraTokens: call.number(2) ?? 0,
      on: shape(record, call))
  }

  /// The model's shape with the feed-forward matrices of the fourth argument.
  private func shape(_ record: ModelRecord, _ call: Arguments) throws(CostModelError)
    -> TransformerShape
  { try Self.counting(call.number(3), record.shape) }

  private static func counting(
    _ matrices: Double?, _ shape: TransformerShape
  ) throws(CostModelError) -> TransformerShape {
    guard let matrices else { return shape }
    guard let count = Int(exactly: matrices) else {
      throw CostModelError("needs 2 or 3 matrices, not \(matrices.shortDescription)")
    }
    return try shape.countingFeedForwardMatrices(count)
  }

  private func function(
    _ name: String, _ parameters: [ScalarFunction.Parameter], unit: Unit, summary: String,
    _ source: String, _ body: @escaping @Sendable (Arguments) throws(CostModelError) -> Double
  ) -> ScalarFunction {
    ScalarFunction(
      name: name, parameters: parameters, unit: unit, summary: summary, source: source
    ) { (arguments) throws(ScalarFunctionError) in
      do throws(CostModelError) {
        return .number(try body(Arguments(values: arguments)))
      } catch {
        throw ScalarFunctionError(
          function: name, argument: nil, message: "has no value: \(error.description)")
      }
    }
  }
}

/// Arguments by position; `ScalarFunction` has already checked their kinds.
private struct Arguments {
  var values: [ScalarValue]

  func text(_ index: Int) -> String {
    if case .text(let text) = values[index] { text } else { "" }
  }

  func number(_ index: Int) -> Double? { index < values.count ? values[index].number : nil }
}
