/// The sizes of a stack of equal transformer layers: what their cost depends on.
///
/// Grouped-query attention has fewer key–value heads than query heads (Ainslie et al. 2023, arXiv
/// 2305.13245); a gated feed-forward network has three matrices instead of two (Shazeer 2020, arXiv
/// 2002.05202).
public struct TransformerShape: Hashable, Sendable {
  /// T, in layers.
  public var layers: Int
  /// d, the hidden size, in channels.
  public var hiddenSize: Int
  /// m, the inner width of the feed-forward network, in channels.
  public var intermediateSize: Int
  /// c, 3 for a gated feed-forward network, 2 for a plain one.
  public var feedForwardMatrices: Int
  /// Query heads.
  public var heads: Int
  /// Key–value heads; equal to `heads` without grouping.
  public var keyValueHeads: Int
  /// Channels per head.
  public var headDimension: Int

  /// - Throws: `CostModelError` when a size is not positive, when the key–value heads do not divide
  ///   the heads, or when the feed-forward network has neither 2 nor 3 matrices.
  public init(
    layers: Int, hiddenSize: Int, intermediateSize: Int, feedForwardMatrices: Int = 3, heads: Int,
    keyValueHeads: Int? = nil, headDimension: Int? = nil
  ) throws(CostModelError) {
    let sizes = [
      ("layers", layers), ("hidden size", hiddenSize), ("intermediate size", intermediateSize),
      ("heads", heads), ("key–value heads", keyValueHeads ?? heads),
      ("head dimension", headDimension ?? 1),
    ]
    for (name, value) in sizes where value <= 0 {
      throw CostModelError("the \(name) must be positive, not \(value)")
    }
    guard feedForwardMatrices == 2 || feedForwardMatrices == 3 else {
      throw CostModelError(
        "a feed-forward network has 2 or 3 matrices (plain or gated), not \(feedForwardMatrices)")
    }
    guard heads % (keyValueHeads ?? heads) == 0 else {
      throw CostModelError(
        "\(keyValueHeads ?? heads) key–value heads do not divide \(heads) heads evenly")
    }
    guard headDimension != nil || hiddenSize % heads == 0 else {
      throw CostModelError(
        "\(heads) heads do not divide the hidden size \(hiddenSize) evenly; give the head dimension"
      )
    }
    self.layers = layers
    self.hiddenSize = hiddenSize
    self.intermediateSize = intermediateSize
    self.feedForwardMatrices = feedForwardMatrices
    self.heads = heads
    self.keyValueHeads = keyValueHeads ?? heads
    self.headDimension = headDimension ?? hiddenSize / heads
  }

  /// Channels of the queries of all heads; the hidden size in nearly all models.
  public var queryWidth: Int { heads * headDimension }

  /// d_kv, channels of the keys (or of the values) of all key–value heads.
  public var keyValueWidth: Int { keyValueHeads * headDimension }

  /// The same shape with another number of feed-forward matrices: some papers count a gated network
  /// as if it had two.
  public func countingFeedForwardMatrices(_ count: Int) throws(CostModelError) -> TransformerShape {
    try TransformerShape(
      layers: layers, hiddenSize: hiddenSize, intermediateSize: intermediateSize,
      feedForwardMatrices: count, heads: heads, keyValueHeads: keyValueHeads,
      headDimension: headDimension)
  }
}

/// Sizes or schedules for which the cost model has no value. The message makes a sentence.
public struct CostModelError: Error, Hashable, Sendable, CustomStringConvertible {
  public var description: String

  public init(_ description: String) { self.description = description }
}
