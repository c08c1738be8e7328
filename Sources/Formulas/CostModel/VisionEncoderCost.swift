/// The arithmetic of a vision transformer that reads one image: pruning after it cannot save this.
///
/// CLIP ViT-L/14-336 (24 blocks, width 1024, 577 tokens, plain feed-forward) takes 190.6 GFLOP; the
/// 23 blocks that LLaVA-1.5 runs, because it takes features from the last but one, 182.7.
public struct VisionEncoderCost: Hashable, Sendable {
  /// In FLOP (multiply–accumulates).
  public var flops: Double

  /// - Parameters:
  ///   - tokens: patches and class token, in tokens.
  ///   - blocks: how many of the encoder's blocks run; all by default.
  /// - Throws: `CostModelError` when the encoder has fewer blocks.
  public init(tokens: Double, blocks: Int? = nil, shape: TransformerShape) throws(CostModelError) {
    let blocks = blocks ?? shape.layers
    guard blocks >= 0, blocks <= shape.layers else {
      throw CostModelError("\(blocks) blocks cannot run in an encoder of \(shape.layers)")
    }
    flops = LayerFLOPs(tokens: tokens, shape: shape).total * Double(blocks)
  }
}
