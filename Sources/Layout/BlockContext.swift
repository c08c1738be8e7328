import Graphics
import Typography

/// What a block inherits from the blocks around it.
struct BlockContext: Sendable {
  /// Left edge within the galley, and the width there.
  var x: Points = 0
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

  /// The context of something set in from both sides.
  func inset(left: Points, right: Points = 0, parent: StructureID? = nil) -> BlockContext {
    var inner = self
    inner.x += left
    inner.width -= left + right
    inner.parent = parent ?? self.parent
    inner.floats = false
    return inner
  }
}
