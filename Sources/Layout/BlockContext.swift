import Graphics
import Typography

/// What a block inherits from the blocks around it.
struct BlockContext: Sendable {
  /// Left edge within the galley, and the width there.
  var x: Points = 0
  /// Whether it stands within another block that is set in, at either side.
  var isInset = false
  var width: Points
  var text: TextStyle
  var grid: LineGrid
  var alignment: Typography.TextAlignment = .justified
  /// Whether paragraphs begin with an indent (otherwise they are set apart by space).
  var indents: Points = 0
  var paragraphSpace = VerticalGlue.zero
  /// The structure element that the block's own elements are children of.
  var parent: StructureID
  var listDepth = 0
  /// Whether figures and tables may float; false in lists, cells and notes.
  var floats = true
  /// The width of the text block around, from its left edge, into which wide tables of lists and
  /// quotes may reach; nil in cells and notes.
  var block: Points?

  static let leastWidth: Points = 110

  /// The context of something set in from both sides.
  func inset(left: Points, right: Points = 0, parent: StructureID? = nil) -> BlockContext {
    var inner = self
    // However deep blocks are nested, a few words fit beside each other.
    let spare = max(0, width - Self.leastWidth)
    let scale = min(1, spare / max(left + right, 1e-9))
    inner.x += left * scale
    inner.width -= (left + right) * scale
    inner.parent = parent ?? self.parent
    inner.floats = false
    inner.isInset = true
    return inner
  }
}
