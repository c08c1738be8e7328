public import Graphics

public enum TextAlignment: UInt8, Hashable, Sendable { case justified, left, center, right }

/// How a paragraph is broken into lines and where they stand.
public struct ParagraphStyle: Hashable, Sendable {
  public var alignment: TextAlignment
  /// Added to `leftIndent` on the first line; negative hangs the other lines.
  public var firstLineIndent: Points
  /// Where lines begin: at the right in right-to-left paragraphs.
  public var leftIndent: Points
  /// Where they end.
  public var rightIndent: Points
  public var parameters: LineBreakParameters

  public init(
    alignment: TextAlignment = .justified, firstLineIndent: Points = 0, leftIndent: Points = 0,
    rightIndent: Points = 0, parameters: LineBreakParameters = LineBreakParameters()
  ) {
    self.alignment = alignment
    self.firstLineIndent = firstLineIndent
    self.leftIndent = leftIndent
    self.rightIndent = rightIndent
    self.parameters = parameters
  }
}
