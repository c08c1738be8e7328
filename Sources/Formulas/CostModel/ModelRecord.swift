/// A model by name: its language model's shape and, when it sees images, its vision encoder.
public struct ModelRecord: Hashable, Sendable {
  public var name: String
  public var shape: TransformerShape
  /// Visual tokens that reach the language model without reduction; nil when it varies.
  public var visionTokens: Double?
  public var encoder: Encoder?

  /// A vision encoder and the tokens (patches and class token) it works on.
  public struct Encoder: Hashable, Sendable {
    public var shape: TransformerShape
    public var tokens: Double

    public init(shape: TransformerShape, tokens: Double) {
      self.shape = shape
      self.tokens = tokens
    }
  }

  public init(
    name: String, shape: TransformerShape, visionTokens: Double? = nil, encoder: Encoder? = nil
  ) {
    self.name = name
    self.shape = shape
    self.visionTokens = visionTokens
    self.encoder = encoder
  }
}

extension ModelRecord {
  /// Reads one row of a `models` table: `model`, `layers`, `hidden_size`, `intermediate_size`,
  /// `ffn_matrices`, `heads`, `kv_heads`, `head_dim`, `vision_tokens`, and for the encoder
  /// `ve_layers`, `ve_width`, `ve_intermediate`, `ve_heads`, `ve_tokens`.
  ///
  /// - Parameters:
  ///   - text: the text of a column, nil when missing.
  ///   - number: the number of a column, nil when missing.
  /// - Throws: `CostModelError` when a needed column is missing or the sizes do not fit together.
  public init(
    text: (String) -> String?, number: (String) -> Double?
  ) throws(CostModelError) {
    guard let name = text("model") else { throw CostModelError("the model has no name") }
    func size(_ column: String) throws(CostModelError) -> Int {
      guard let value = number(column), let size = Int(exactly: value) else {
        throw CostModelError("the model '\(name)' has no whole number in '\(column)'")
      }
      return size
    }
    func optionalSize(_ column: String) -> Int? { number(column).flatMap { Int(exactly: $0) } }
    let shape = try TransformerShape(
      layers: size("layers"), hiddenSize: size("hidden_size"),
      intermediateSize: size("intermediate_size"),
      feedForwardMatrices: optionalSize("ffn_matrices") ?? 3, heads: size("heads"),
      keyValueHeads: optionalSize("kv_heads"), headDimension: optionalSize("head_dim"))
    var encoder: Encoder?
    if let layers = optionalSize("ve_layers"), let width = optionalSize("ve_width"),
      let inner = optionalSize("ve_intermediate"), let heads = optionalSize("ve_heads"),
      let tokens = number("ve_tokens")
    {
      // Vision transformers of this kind are plain, with two feed-forward matrices.
      let shape = try TransformerShape(
        layers: layers, hiddenSize: width, intermediateSize: inner, feedForwardMatrices: 2,
        heads: heads)
      encoder = Encoder(shape: shape, tokens: tokens)
    }
    self.init(
      name: name, shape: shape, visionTokens: number("vision_tokens"), encoder: encoder)
  }
}
