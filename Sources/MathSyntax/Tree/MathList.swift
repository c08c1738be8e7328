public import Diagnostics

/// A formula, or a braced part of one: what TeX calls a math list.
///
/// The tree keeps what the author meant (a number, a fraction, an operator with bounds), not how it
/// is drawn, so that the same tree is typeset by MathLayout and evaluated by Formulas.
public struct MathList: Hashable, Sendable {
  public var nodes: [MathNode]
  /// From the first byte to the last, without the braces or dollars around it.
  public var span: SourceSpan

  public init(_ nodes: [MathNode] = [], span: SourceSpan) {
    self.nodes = nodes
    self.span = span
  }

  public var isEmpty: Bool { nodes.isEmpty }

  /// The single node of a list that has just one, looking through plain braces.
  public var onlyNode: MathNode? {
    guard nodes.count == 1 else { return nil }
    if case .group(.ordinary, let inner) = nodes[0].kind { return inner.onlyNode ?? nodes[0] }
    return nodes[0]
  }
}
