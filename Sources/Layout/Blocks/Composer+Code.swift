import Configuration
import Graphics
import Markup
import Typography

extension Composer {
  /// A listing on a light ground. Lines that are too long go on in the next one, after a hook.
  mutating func add(_ code: CodeBlock, in context: BlockContext) {
    let tag = structure.add(.code, in: context.parent)
    let padding: Points = 4
    let grid = LineGrid(style.sizes.code)
    let text = styles.code
    addSpace(VerticalGlue(rhythm * 0.6 + padding, stretch: 3, shrink: 1))
    let advance = typesetter.setLine(ParagraphContent("0", style: text)).width
    let inner = context.inset(left: padding + 2, right: padding + 2)
    let columns = max(8, Int(inner.width / advance))
    var lines: [(text: Substring, isContinued: Bool)] = []
    for line in code.text.split(separator: "\n", omittingEmptySubsequences: false) {
      lines += CodeWrapping.wrap(line.expandingTabs, columns: columns)
    }
    decorate(
      .ground(style.colors.codeBackground, padding: padding), x: context.x, width: context.width
    ) { composer in
      for (index, line) in lines.enumerated() {
        if index == 1 || (index == lines.count - 1 && index > 0) {
          composer.setBreak(nil)
        } else if index > 0 {
          // Short listings are better kept whole.
          composer.setBreak(PageBreak(lines.count <= 16 ? 150 : 30))
        }
        composer.addCodeLine(
          line.text, isContinued: line.isContinued, text, grid, advance, inner, tag)
      }
    }
    addSpace(VerticalGlue(rhythm * 0.6 + padding, stretch: 3, shrink: 1))
    suppressesIndent = true
  }

  private mutating func addCodeLine(
    _ line: Substring, isContinued: Bool, _ text: TextStyle, _ grid: LineGrid, _ advance: Points,
    _ context: BlockContext, _ tag: StructureID
  ) {
    let frame =
      line.isEmpty ? Frame.empty : typesetter.setLine(ParagraphContent(String(line), style: text))
    let x = isContinued ? 2 * advance : 0
    var box = VerticalBox(
      frame, height: grid.leading, x: context.x + x, y: grid.ascent - frame.baseline, tag: tag)
    if isContinued {
      box.others.append(
        VerticalBox.Part(
          frame: hook(text.size), x: context.x + 2, y: grid.ascent - text.size * 0.7,
          tag: .document))
    }
    add(box)
  }

  /// The mark before a continued line, drawn so that it is not copied with the code.
  private func hook(_ size: Points) -> Frame {
    let s = size * 0.62
    var frame = Frame(size: Size(width: s, height: s))
    let path = Path([
      .move(Point(x: 0.5, y: 0)), .line(Point(x: 0.5, y: s * 0.65)),
      .line(Point(x: s, y: s * 0.65)), .move(Point(x: s * 0.7, y: s * 0.4)),
      .line(Point(x: s, y: s * 0.65)), .line(Point(x: s * 0.7, y: s * 0.9)),
    ])
    frame.items = [
      .path(path, fill: nil, stroke: Stroke(color: style.colors.muted, width: 0.6))
    ]
    return frame
  }
}

/// Cuts long lines of code.
enum CodeWrapping {
  /// Pieces of at most `columns` characters (two fewer after the first), preferably ending at a
  /// space or after punctuation.
  static func wrap(_ line: String, columns: Int) -> [(text: Substring, isContinued: Bool)] {
    var pieces: [(Substring, Bool)] = []
    var rest = line[...]
    while true {
      let room = pieces.isEmpty ? columns : columns - 2
      guard let end = rest.index(rest.startIndex, offsetBy: room, limitedBy: rest.endIndex),
        end < rest.endIndex
      else {
        pieces.append((rest, !pieces.isEmpty))
        return pieces
      }
      let half = rest.index(rest.startIndex, offsetBy: room / 2)
      let cut =
        rest[half..<end].lastIndex { " ,;()[]{}/&|=+".contains($0) }.map { rest.index(after: $0) }
        ?? end
      pieces.append((rest[..<cut], !pieces.isEmpty))
      rest = rest[cut...]
    }
  }
}

extension Substring {
  /// Tabs as spaces up to the next multiple of four columns.
  var expandingTabs: String {
    guard utf8.contains(9) else { return String(self) }
    var text = ""
    var column = 0
    for character in self {
      if character == "\t" {
        let count = 4 - column % 4
        text += String(repeating: " ", count: count)
        column += count
      } else {
        text.append(character)
        column += 1
      }
    }
    return text
  }
}
