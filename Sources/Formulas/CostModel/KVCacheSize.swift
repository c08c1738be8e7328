/// The memory that keys and values take after prefill.
///
/// Per layer 2 × key–value heads × head dimension × tokens × bytes per value. LLaVA-1.5-7B in 16 bit
/// needs 524,288 bytes per token; VoCo-LLaMA (arXiv 2406.12275, Table 7) prints 0.525 MB.
public struct KVCacheSize: Hashable, Sendable {
  /// In bytes.
  public var bytes: Double

  /// - Parameters:
  ///   - schedule: tokens cached by each layer.
  ///   - extraTokens: added to every layer, in tokens.
  ///   - bytesPerValue: 2 for 16-bit values, 1 for 8-bit, 0.5 for 4-bit.
  /// - Throws: `CostModelError` when the schedule does not fit the model or a value takes no bytes.
  public init(
    of schedule: TokenSchedule, extraTokens: Double = 0, bytesPerValue: Double = 2,
    on shape: TransformerShape
  ) throws(CostModelError) {
    guard bytesPerValue > 0 else {
      throw CostModelError("a value takes more than \(bytesPerValue.shortDescription) bytes")
    }
    try schedule.validate(for: shape)
    let tokenLayers = try schedule.adding(tokens: extraTokens).tokenLayers
    bytes = 2 * Double(shape.keyValueWidth) * tokenLayers * bytesPerValue
  }
}
