/// How many tokens each layer works on, first layer first: `576x2;288x30`.
///
/// A method that prunes inside the model is a schedule that falls. Counts may be fractional: the
/// mean over images, or the number that solves a layer average.
public struct TokenSchedule: Hashable, Sendable, CustomStringConvertible {
  /// Consecutive layers with the same number of tokens.
  public struct Run: Hashable, Sendable {
    /// In tokens per layer.
    public var tokens: Double
    /// In layers.
    public var layers: Int

    public init(tokens: Double, layers: Int) {
      self.tokens = tokens
      self.layers = layers
    }
  }

  public let runs: [Run]

  /// - Throws: `CostModelError` when there is no run, a token count is negative or not finite, or a
  ///   run has no layer.
  public init(runs: [Run]) throws(CostModelError) {
    guard !runs.isEmpty else { throw CostModelError("a schedule has at least one run of layers") }
    for run in runs {
      guard run.tokens >= 0, run.tokens.isFinite else {
        throw CostModelError("\(run.tokens.shortDescription) is no number of tokens")
      }
      guard run.layers > 0 else { throw CostModelError("a run of \(run.layers) layers is empty") }
    }
    self.runs = runs
  }

  /// The same number of tokens in all layers.
  public init(uniform tokens: Double, layers: Int) throws(CostModelError) {
    try self.init(runs: [Run(tokens: tokens, layers: layers)])
  }

  /// Reads `TOKENSxLAYERS` runs joined by semicolons; a run without `xLAYERS` is one layer.
  ///
  /// - Throws: `CostModelError` that quotes the run it cannot read.
  public init(parsing text: String) throws(CostModelError) {
    var runs: [Run] = []
    for part in text.split(separator: ";", omittingEmptySubsequences: false) {
      let words = part.split(separator: "x", omittingEmptySubsequences: false)
      guard let first = words.first, let tokens = Double(Self.trimmed(first)), words.count <= 2,
        let layers = words.count == 2 ? Int(Self.trimmed(words[1])) : 1
      else {
        throw CostModelError(
          "'\(Self.trimmed(part))' is not TOKENSxLAYERS in the schedule '\(text)'")
      }
      runs.append(Run(tokens: tokens, layers: layers))
    }
    try self.init(runs: runs)
  }

  /// In layers.
  public var layerCount: Int { runs.reduce(0) { $0 + $1.layers } }

  /// Sum over the layers, in token·layer.
  public var tokenLayers: Double { runs.reduce(0) { $0 + $1.tokens * Double($1.layers) } }

  /// Mean over the layers, in tokens: the measure by which most papers compare budgets.
  public var mean: Double { tokenLayers / Double(layerCount) }

  /// Tokens of a 0-based layer.
  public func tokens(inLayer layer: Int) -> Double? {
    var end = 0
    for run in runs {
      end += run.layers
      if layer >= 0, layer < end { return run.tokens }
    }
    return nil
  }

  /// The schedule with as many tokens more in each layer: the text that goes with the image.
  public func adding(tokens: Double) throws(CostModelError) -> TokenSchedule {
    try TokenSchedule(runs: runs.map { Run(tokens: $0.tokens + tokens, layers: $0.layers) })
  }

  /// The schedule with every count multiplied.
  ///
  /// - Parameter factor: not negative.
  func scaled(by factor: Double) -> TokenSchedule {
    TokenSchedule(valid: runs.map { Run(tokens: $0.tokens * factor, layers: $0.layers) })
  }

  private init(valid runs: [Run]) { self.runs = runs }

  /// The same layers, all with the tokens of the first: what the model costs without pruning.
  public var unpruned: TokenSchedule {
    get throws(CostModelError) {
      try TokenSchedule(uniform: runs[0].tokens, layers: layerCount)
    }
  }

  /// - Throws: `CostModelError` when the schedule has not exactly the model's layers.
  public func validate(for shape: TransformerShape) throws(CostModelError) {
    guard layerCount == shape.layers else {
      throw CostModelError(
        "the schedule '\(self)' covers \(layerCount) layers, the model has \(shape.layers)")
    }
  }

  public var description: String {
    runs.map { "\($0.tokens.shortDescription)x\($0.layers)" }.joined(separator: ";")
  }

  private static func trimmed(_ text: Substring) -> String {
    var text = text
    while text.first == " " { text.removeFirst() }
    while text.last == " " { text.removeLast() }
    return String(text)
  }
}
