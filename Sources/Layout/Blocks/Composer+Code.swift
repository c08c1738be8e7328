import Configuration
import Graphics
import Markup
import Typography

extension Composer {
  /// How far the ground reaches beyond the lines.
  static var codePadding: Points { 4 }

  /// A listing on a light ground, coloured by its language. Lines that are too long go on in the
  /// next one, after a hook.
  mutating func add(_ code: CodeBlock, in context: BlockContext) {
    // Code is an inline element (ISO 32000-1, 14.8.4.4), which stands in a paragraph. Each line has
    // its own: the words of two lines are not one.
    let paragraph = structure.add(.paragraph, in: context.parent)
    var tag = paragraph
    let padding = Self.codePadding
    let inner = context.inset(left: padding + 2, right: padding + 2)
    let (listing, setting) = fitted(code, to: inner)
    addSpace(VerticalGlue(rhythm * 0.6 + padding, stretch: 3, shrink: 1))
    decorate(
      .ground(style.colors.codeBackground, padding: padding), x: context.x, width: context.width
    ) { composer in
      let lines = listing.lines
      for (index, line) in lines.enumerated() {
        if index == 1 || (index == lines.count - 1 && index > 0) || line.number == nil {
          composer.setBreak(nil)
        } else if index > 0 {
          // Short listings are better kept whole; long ones part at an empty line.
          let isOpen = lines[index - 1].range.isEmpty
          composer.setBreak(PageBreak(lines.count <= 16 ? 150 : isOpen ? 0 : 40))
        }
        if line.number != nil, !line.range.isEmpty {
          tag = composer.structure.add(.code, in: paragraph)
        }
        composer.add(line, of: listing, setting, tag)
      }
    }
    addSpace(VerticalGlue(rhythm * 0.6 + padding, stretch: 3, shrink: 1))
    suppressesIndent = true
  }

  /// A listing at the size of code, or a step smaller where this saves lines from being wrapped.
  private mutating func fitted(_ code: CodeBlock, to context: BlockContext) -> (
    CodeListing, CodeSetting
  ) {
    var text = styles.code
    var size = style.sizes.code
    var advance = typesetter.setLine(ParagraphContent("0", style: text)).width
    func gutter(_ isNumbered: Bool, _ last: Int) -> Points {
      isNumbered ? Double(String(last).utf8.count + 2) * advance : 0
    }
    func room(_ isNumbered: Bool, _ last: Int) -> Int {
      Int((context.width - gutter(isNumbered, last)) / advance + 0.01)
    }
    var listing = CodeListing(code, columns: room)
    if listing.wrapped > 0 {
      let normal = (text, size, advance)
      size = TypeSize(size.size * Self.codeStep, size.leading * Self.codeStep)
      text.size *= Self.codeStep
      advance *= Self.codeStep
      let smaller = CodeListing(code, columns: room)
      if smaller.wrapped < listing.wrapped {
        listing = smaller
      } else {
        (text, size, advance) = normal
      }
    }
    let setting = CodeSetting(
      text: text, grid: LineGrid(size), advance: advance, x: context.x,
      gutter: gutter(listing.isNumbered, listing.lastNumber), palette: CodePalette(style.colors))
    return (listing, setting)
  }

  /// One step smaller: 80 columns of code in a text of 66.
  private static var codeStep: Double { 0.82 }

  private mutating func add(
    _ line: CodeListing.Line, of listing: CodeListing, _ setting: CodeSetting, _ tag: StructureID
  ) {
    var content = ParagraphContent()
    for (range, kind) in listing.pieces(line.range) {
      let style = kind.map { setting.palette.style($0, of: setting.text) } ?? setting.text
      content.append(utf8: listing.bytes[range], style: style)
    }
    let frame = content.isEmpty ? Frame.empty : typesetter.setLine(content)
    let grid = setting.grid
    let start = setting.x + setting.gutter
    let x = start + Double(line.indent) * setting.advance
    var box = VerticalBox(
      frame, height: grid.leading, x: x, y: grid.ascent - frame.baseline, tag: tag)
    if line.number == nil {
      let size = setting.text.size
      box.others.append(
        VerticalBox.Part(
          frame: hook(size), x: x - 1.6 * setting.advance, y: grid.ascent - size * 0.7,
          tag: .document))
    } else if listing.isNumbered, let number = line.number {
      let frame = lineNumber(number, setting)
      box.others.append(
        VerticalBox.Part(
          frame: frame, x: start - 2 * setting.advance - frame.width,
          y: grid.ascent - frame.baseline, tag: .document))
    }
    add(box)
  }

  /// A line's number, drawn as outlines so that it is not copied with the code.
  private mutating func lineNumber(_ number: Int, _ setting: CodeSetting) -> Frame {
    var style = setting.text
    style.color = self.style.colors.muted
    return typesetter.setLine(ParagraphContent(String(number), style: style))
      .outlined(typesetter.fonts)
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

/// What all lines of a listing share.
private struct CodeSetting {
  var text: TextStyle
  var grid: LineGrid
  /// Width of a column.
  var advance: Points
  var x: Points
  /// Room for line numbers, 0 without.
  var gutter: Points
  var palette: CodePalette
}

extension Frame {
  /// The frame with its glyphs as filled paths: something to see, not to copy.
  func outlined(_ fonts: FontLibrary) -> Frame {
    var frame = self
    frame.items = items.flatMap { item -> [FrameItem] in
      guard case .glyphs(let run, let at) = item else { return [item] }
      let face = fonts.face(run.font)
      return run.glyphs.map { glyph in
        let origin = Point(x: at.x + Double(glyph.x), y: at.y + Double(glyph.y))
        return .path(
          face.outline(glyph.id, size: run.size, at: origin), fill: run.color, stroke: nil)
      }
    }
    return frame
  }
}
