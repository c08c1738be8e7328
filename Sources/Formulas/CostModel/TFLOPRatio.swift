/// The prefill cost of a pruned schedule relative to the unpruned one, dimensionless.
///
/// FastV (arXiv 2403.06764, section 4.1): K full layers, then T − K layers with fewer tokens, over T
/// full layers. Text tokens are added to both.
public struct TFLOPRatio: Hashable, Sendable {
  public var value: Double

  /// - Parameter baseline: what pruning is compared with; by default the schedule's first token
  ///   count in all layers.
  /// - Throws: `CostModelError` when a schedule does not fit the model or the baseline is free.
  public init(
    of schedule: TokenSchedule, baseline: TokenSchedule? = nil, extraTokens: Double = 0,
    on shape: TransformerShape
  ) throws(CostModelError) {
    let pruned = try PrefillCost(of: schedule, extraTokens: extraTokens, on: shape)
    let unpruned = if let baseline { baseline } else { try schedule.unpruned }
    let full = try PrefillCost(of: unpruned, extraTokens: extraTokens, on: shape)
    guard full.flops > 0 else {
      throw CostModelError("the baseline has no tokens, so nothing can be relative to it")
    }
    value = pruned.flops / full.flops
  }
}
