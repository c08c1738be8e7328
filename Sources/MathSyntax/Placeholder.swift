/// Stands in until the math list lands.
public struct MathList: Sendable {
  public init() {}
}
