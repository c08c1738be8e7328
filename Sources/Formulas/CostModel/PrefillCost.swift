/// The arithmetic of reading a whole prompt: the sum of `LayerFLOPs` over a schedule.
public struct PrefillCost: Hashable, Sendable {
  /// In FLOP (multiply–accumulates).
  public var flops: Double

  /// In TFLOP, 10¹² FLOP.
  public var teraFLOPs: Double { flops / 1e12 }

  /// - Parameters:
  ///   - schedule: tokens per layer; has to cover the model's layers exactly.
  ///   - extraTokens: added to every layer, in tokens: the text around the image.
  /// - Throws: `CostModelError` when the schedule does not fit the model.
  public init(
    of schedule: TokenSchedule, extraTokens: Double = 0, on shape: TransformerShape
  ) throws(CostModelError) {
    try schedule.validate(for: shape)
    flops = try schedule.adding(tokens: extraTokens).runs.reduce(0) { sum, run in
      sum + LayerFLOPs(tokens: run.tokens, shape: shape).total * Double(run.layers)
    }
  }
}
