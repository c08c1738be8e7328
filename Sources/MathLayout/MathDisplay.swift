public import Graphics

/// A displayed formula in rows, each as wide as the text: a page may end between them.
public struct MathDisplay: Hashable, Sendable {
  public struct Row: Hashable, Sendable {
    public var frame: Frame
    /// White space to the row above; none before the first.
    public var gapAbove: Points
    /// What `\label` calls it.
    public var labels: [String]

    public init(_ frame: Frame, gapAbove: Points, labels: [String] = []) {
      self.frame = frame
      self.gapAbove = gapAbove
      self.labels = labels
    }
  }

  /// Where equation numbers stand.
  public enum NumberSide: String, Hashable, Sendable, CaseIterable { case left, right }

  public var rows: [Row]
  /// The factor that its size was brought down by to fit the line: 1 for none.
  public var scale: Double

  public init(rows: [Row], scale: Double = 1) {
    self.rows = rows
    self.scale = scale
  }
}
