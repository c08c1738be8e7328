public import Graphics

/// The content of a paragraph in reading order: styled text, boxes, glue, tags.
///
/// Built by layout, set by `Typesetter`. Text is UTF-8; white space in it (and between pieces of
/// different style) collapses to one space unless the style keeps it.
public struct ParagraphContent: Sendable {
  enum Item: Sendable {
    /// Bytes of `utf8` in a style of `styles`.
    case text(Range<Int>, style: Int32)
    case box(Int32)
    case glue(width: Float, stretch: Float, shrink: Float)
    case penalty(Int32)
    case lineBreak
    case beginTag(StructureID)
    case beginLink(LinkTarget, StructureID)
    case endTag
    case anchor(String)
    case mark(Int)
  }

  struct Box: Sendable {
    var frame: Frame
    /// What the box reads as; becomes nothing on the page, but is kept for dumps and measures.
    var text: String
  }

  private(set) var utf8 = ContiguousArray<UInt8>()
  private(set) var items = ContiguousArray<Item>()
  private(set) var styles: [TextStyle] = []
  private(set) var boxes: [Box] = []
  private var openTags = 0

  public init() {}

  /// Text in one style, to begin with.
  public init(_ text: String, style: TextStyle) {
    append(text, style: style)
  }

  public var isEmpty: Bool { items.isEmpty }

  public mutating func append(_ text: String, style: TextStyle) {
    append(utf8: text.utf8, style: style)
  }

  /// Appends UTF-8; malformed bytes come out as replacement characters.
  public mutating func append(utf8 text: some Sequence<UInt8>, style: TextStyle) {
    let start = utf8.count
    utf8.append(contentsOf: text)
    guard utf8.count > start else { return }
    if utf8[start...].contains(where: { $0 >= 0x80 }) { repair(from: start) }
    let id = intern(style)
    if case .text(let range, id)? = items.last, range.upperBound == start {
      items[items.count - 1] = .text(range.lowerBound..<utf8.count, style: id)
    } else {
      items.append(.text(start..<utf8.count, style: id))
    }
  }

  /// An atomic box in the line, such as mathematics or an image, aligned on its baseline.
  public mutating func append(box: Frame, text: String = "") {
    items.append(.box(Int32(boxes.count)))
    boxes.append(Box(frame: box, text: text))
  }

  /// Explicit glue; a line may end at it, and it is dropped there.
  public mutating func append(glue width: Points, stretch: Points = 0, shrink: Points = 0) {
    items.append(.glue(width: Float(width), stretch: Float(stretch), shrink: Float(shrink)))
  }

  /// A place where a line may end at a price on TeX's scale: 10000 forbids, -10000 forces.
  public mutating func append(penalty: Int) {
    items.append(.penalty(Int32(clamping: penalty)))
  }

  /// Ends the line here; what follows starts the next one.
  public mutating func appendLineBreak() { items.append(.lineBreak) }

  public mutating func beginTag(_ id: StructureID) {
    items.append(.beginTag(id))
    openTags += 1
  }

  public mutating func beginLink(_ target: LinkTarget, structure: StructureID) {
    items.append(.beginLink(target, structure))
    openTags += 1
  }

  /// Closes the last opened tag or link.
  public mutating func endTag() {
    precondition(openTags > 0, "endTag needs a tag or link that is open")
    openTags -= 1
    items.append(.endTag)
  }

  /// A place that links and the outline can name.
  public mutating func append(anchor: String) { items.append(.anchor(anchor)) }

  /// A number that the line which holds this place reports: a footnote, a float.
  public mutating func append(mark: Int) { items.append(.mark(mark)) }

  /// The text, with each box's reading in its place; for dumps and error messages.
  public var plainText: String {
    var text = ""
    for item in items {
      switch item {
      case .text(let range, _): text += String(decoding: utf8[range], as: UTF8.self)
      case .box(let index): text += boxes[Int(index)].text
      case .glue: text += " "
      case .lineBreak: text += "\n"
      case .penalty, .beginTag, .beginLink, .endTag, .anchor, .mark: break
      }
    }
    return text
  }

  /// Replaces malformed UTF-8, which PDF back ends refuse.
  private mutating func repair(from start: Int) {
    let valid = utf8.withUnsafeBufferPointer { bytes in
      String(validating: UnsafeBufferPointer(rebasing: bytes[start...]), as: UTF8.self) != nil
    }
    guard !valid else { return }
    let repaired = String(decoding: utf8[start...], as: UTF8.self)
    utf8.replaceSubrange(start..., with: repaired.utf8)
  }

  private mutating func intern(_ style: TextStyle) -> Int32 {
    if let at = styles.lastIndex(of: style) { return Int32(at) }
    styles.append(style)
    return Int32(styles.count - 1)
  }
}
