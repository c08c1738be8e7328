/// A picture resource: its bytes as they stand in the file, shared by all its uses.
public final class ImageResource: Sendable, Hashable {
  public enum Format: String, Sendable { case png, jpeg, svg }

  /// Path or name as the author wrote it.
  public let name: String
  public let format: Format
  public let bytes: [UInt8]
  /// Natural size in points (96 pixels per inch unless the file says otherwise).
  public let naturalSize: Size

  public init(name: String, format: Format, bytes: [UInt8], naturalSize: Size) {
    self.name = name
    self.format = format
    self.bytes = bytes
    self.naturalSize = naturalSize
  }

  public static func == (a: ImageResource, b: ImageResource) -> Bool { a === b }
  public func hash(into hasher: inout Hasher) { hasher.combine(ObjectIdentifier(self)) }
}

public enum LinkTarget: Hashable, Sendable {
  case url(String)
  /// The name of an anchor in the same document. Layout guarantees that it exists.
  case anchor(String)
}

/// What a frame holds; the only words that back ends know. Painted in order.
public enum FrameItem: Hashable, Sendable {
  /// A run with its origin on the baseline.
  indirect case glyphs(GlyphRun, at: Point)
  indirect case path(Path, fill: Color?, stroke: Stroke?)
  case image(ImageResource, in: Rect)
  /// A frame with its top left corner at a point.
  case frame(Frame, at: Point)
  /// A frame under a transform, clipped to `clip` (in the frame's own coordinates) when given.
  indirect case group(Frame, transform: Transform, clip: Rect?)
  /// A place that links and the outline can name.
  case anchor(String, at: Point)
  /// Opens a structure element; what follows up to the matching `endTag` is its content. An element
  /// may be opened several times (over lines, over pages): it is one element in the PDF.
  case beginTag(StructureID)
  /// Opens a link over a rectangle; `structure` is its Link element.
  case beginLink(LinkTarget, Rect, structure: StructureID)
  /// Closes the last opened tag or link.
  case endTag
}

/// A placed piece of the display list: a box with a baseline and items in its own coordinates, from
/// its top left corner. Tags are balanced within a frame.
public struct Frame: Hashable, Sendable {
  public var size: Size
  /// Distance of the baseline below the top edge; equals the height when nothing hangs below.
  public var baseline: Points
  public var items: [FrameItem]

  public init(size: Size, baseline: Points? = nil, items: [FrameItem] = []) {
    self.size = size
    self.baseline = baseline ?? size.height
    self.items = items
  }

  public var width: Points { size.width }
  public var height: Points { size.height }
  public var ascent: Points { baseline }
  public var descent: Points { size.height - baseline }

  public static let empty = Frame(size: .zero)

  /// Puts a frame with its top left corner at `origin`.
  public mutating func place(_ frame: Frame, at origin: Point) {
    guard !frame.items.isEmpty else { return }
    items.append(.frame(frame, at: origin))
  }

  /// Puts a frame with its left edge at `x` and its baseline at `baseline` below our top.
  public mutating func place(_ frame: Frame, x: Points, baseline: Points) {
    place(frame, at: Point(x: x, y: baseline - frame.baseline))
  }

  /// Fills a rectangle, as a rule does.
  public mutating func fill(_ rect: Rect, _ color: Color) {
    items.append(.path(.rect(rect), fill: color, stroke: nil))
  }

  /// The same frame with other structure elements for its links.
  ///
  /// - Parameter element: gives the element in place of the one that stands there.
  public func withLinks(_ element: (StructureID) -> StructureID) -> Frame {
    var frame = self
    for index in items.indices {
      switch items[index] {
      case .beginLink(let target, let rect, let old):
        frame.items[index] = .beginLink(target, rect, structure: element(old))
      case .frame(let inner, let at):
        frame.items[index] = .frame(inner.withLinks(element), at: at)
      case .group(let inner, let transform, let clip):
        frame.items[index] = .group(inner.withLinks(element), transform: transform, clip: clip)
      case .glyphs, .path, .image, .anchor, .beginTag, .endTag: break
      }
    }
    return frame
  }

  /// The same picture without structure, links and anchors, for what is shown once more and not read
  /// again, such as the repeated header of a table.
  public var withoutTags: Frame {
    var frame = Frame(size: size, baseline: baseline)
    for item in items {
      switch item {
      case .glyphs, .path, .image: frame.items.append(item)
      case .frame(let inner, let at): frame.items.append(.frame(inner.withoutTags, at: at))
      case .group(let inner, let transform, let clip):
        frame.items.append(.group(inner.withoutTags, transform: transform, clip: clip))
      case .anchor, .beginTag, .beginLink, .endTag: break
      }
    }
    return frame
  }
}
