import Formulas

/// The shapes of the seed's models that published figures need.
enum SeedModels {
  static func shape(_ name: String) throws -> TransformerShape {
    switch name {
    case "LLaVA-1.5-13B":
      try TransformerShape(layers: 40, hiddenSize: 5120, intermediateSize: 13824, heads: 40)
    case "InternVL2-8B":
      try TransformerShape(
        layers: 32, hiddenSize: 4096, intermediateSize: 14336, heads: 32, keyValueHeads: 8)
    case "Qwen2-VL-7B":
      try TransformerShape(
        layers: 28, hiddenSize: 3584, intermediateSize: 18944, heads: 28, keyValueHeads: 4)
    default:
      try TransformerShape(layers: 32, hiddenSize: 4096, intermediateSize: 11008, heads: 32)
    }
  }

  static func record(_ name: String) throws(CostModelError) -> ModelRecord {
    guard name.hasPrefix("LLaVA") else { throw CostModelError("there is no model '\(name)'") }
    let shape: TransformerShape
    do { shape = try self.shape(name) } catch { throw CostModelError("\(error)") }
    let clip = try TransformerShape(
      layers: 24, hiddenSize: 1024, intermediateSize: 4096, feedForwardMatrices: 2, heads: 16)
    return ModelRecord(
      name: name, shape: shape, visionTokens: name.contains("NeXT") ? 2880 : 576,
      encoder: .init(shape: clip, tokens: 577))
  }
}
