/// A style of text as charts and other drawings ask for it; the fonts are the setter's business.
public struct LabelStyle: Hashable, Sendable {
  public enum Weight: String, Hashable, Sendable { case regular, semibold, bold }

  /// Em size in points.
  public var size: Points
  public var weight: Weight
  public var isItalic: Bool
  public var color: Color

  public init(
    size: Points, weight: Weight = .regular, isItalic: Bool = false, color: Color = .black
  ) {
    self.size = size
    self.weight = weight
    self.isItalic = isItalic
    self.color = color
  }
}

/// Sets single lines of text, so that drawings do not know fonts. Tests use a fixed-width fake.
public protocol TextSetting: Sendable {
  /// A frame just as wide as the text, with its baseline. `$…$` in the text is mathematics when the
  /// setter can set it.
  func setLabel(_ text: String, _ style: LabelStyle) -> Frame
}

/// What a drawing became at some width.
public struct Drawing: Sendable {
  public var frame: Frame
  /// What is missing from it because there was no room, as sentences for the author.
  public var omissions: [String]

  public init(frame: Frame, omissions: [String] = []) {
    self.frame = frame
    self.omissions = omissions
  }
}

/// Something that draws itself into a frame: a chart, a diagram.
public protocol Drawable: Sendable {
  /// - Parameters:
  ///   - width: of the space given, in points; the frame may be narrower.
  ///   - text: sets the drawing's labels.
  func draw(width: Points, text: any TextSetting) throws -> Frame

  /// Draws, and tells what had to be left out; nothing unless the drawing says otherwise.
  func drawing(width: Points, text: any TextSetting) throws -> Drawing

  /// What the drawing shows, for readers who cannot see it.
  var altText: String { get }
}

extension Drawable {
  public func drawing(width: Points, text: any TextSetting) throws -> Drawing {
    Drawing(frame: try draw(width: width, text: text))
  }
}
