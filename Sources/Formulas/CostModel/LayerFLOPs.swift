/// The arithmetic of one transformer layer that reads `tokens` tokens at once.
///
///     L(n) = 2 n d w + 2 n d w_kv + 2 n² w + c n d m
///
/// with w = heads × head dimension and w_kv = key–value heads × head dimension: query and output
/// projections, key and value projections, scores and weighted values, feed-forward matrices. With
/// w = w_kv = d this is the field's 4nd² + 2n²d + c·n·d·m (c = 2 in FastV, arXiv 2403.06764; c = 3
/// in PyramidDrop, arXiv 2410.17247).
///
/// Counted are multiply–accumulates, once each; papers on token reduction call them FLOPs, hardware
/// does twice as many. The score term counts the full n × n square; a causal kernel needs half.
public struct LayerFLOPs: Hashable, Sendable {
  /// In FLOP (multiply–accumulates).
  public var projections: Double
  /// In FLOP.
  public var attention: Double
  /// In FLOP.
  public var feedForward: Double

  /// - Parameter tokens: n, in tokens; may be fractional.
  public init(tokens: Double, shape: TransformerShape) {
    let d = Double(shape.hiddenSize)
    let w = Double(shape.queryWidth)
    let wKV = Double(shape.keyValueWidth)
    projections = 2 * tokens * d * (w + wKV)
    attention = 2 * tokens * tokens * w
    feedForward =
      Double(shape.feedForwardMatrices) * tokens * d * Double(shape.intermediateSize)
  }

  /// In FLOP.
  public var total: Double { projections + attention + feedForward }
}
