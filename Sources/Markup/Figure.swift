public import Diagnostics
public import Graphics

/// A figure with its caption: an image, a chart, or blocks.
public struct Figure<Stage: DocumentStage>: Sendable {
  public enum Content: Sendable {
    case image(ImageReference)
    /// A chart or another drawing made by evaluation.
    case drawing(any Drawable)
    case blocks([Block<Stage>])
  }

  public enum Placement: String, Sendable, CaseIterable { case automatic, here, top, bottom, page }

  public var label: Label?
  /// "3", set by evaluation.
  public var number: String?
  public var caption: [Inline<Stage>]
  public var content: Content
  public var width: Length?
  public var placement: Placement
  /// What a reader who cannot see it is told; nil to use the content's own.
  public var altText: String?
  public var span: SourceSpan

  public init(
    label: Label? = nil, number: String? = nil, caption: [Inline<Stage>] = [], content: Content,
    width: Length? = nil, placement: Placement = .automatic, altText: String? = nil,
    span: SourceSpan
  ) {
    self.label = label
    self.number = number
    self.caption = caption
    self.content = content
    self.width = width
    self.placement = placement
    self.altText = altText
    self.span = span
  }
}
