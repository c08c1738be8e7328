import Diagnostics
import Graphics
import MathLayout
import MathSyntax
import Rendering
import Typography

/// The documentation's table of all commands, drawn: a page of Markdown and a sheet for each group.
struct FormulaTable {
  private static let columnWidth: Points = 130
  private static let columns = 5
  private static let size: Points = 11
  private static let nameSize: Points = 7.5

  let fonts: FontLibrary
  private var typesetter: Typesetter
  private let setter: MathSetter
  private let sources = SourceMap()

  init(fonts: FontLibrary) {
    self.fonts = fonts
    typesetter = Typesetter(fonts: fonts)
    setter = MathSetter(fonts: fonts)
  }

  /// `math.md` and `math/*.svg`.
  mutating func files() throws -> [ResultFile] {
    var files: [ResultFile] = []
    var page = Self.introduction
    for group in MathCatalogue.groups {
      page += "\n## \(group.title)\n"
      if group.entries.contains(where: { $0.example != nil }) {
        let name = "math/\(group.slug).svg"
        let sheet = sheet(group)
        let bytes = try WorldFailure.wrap {
          try SVGRenderer(fonts: fonts).render(
            sheet, title: group.title, description: "Each command beside what it prints.")
        }
        files.append(ResultFile(name: name, bytes: bytes))
        page += "\n![\(group.title): each command beside what it prints](\(name))\n"
      }
      page += "\n" + group.entries.map { Self.code($0.name) }.joined(separator: " ") + "\n"
    }
    return [ResultFile(name: "math.md", bytes: Array(page.utf8))] + files
  }

  private static func code(_ name: String) -> String {
    name.contains("`") ? "`` \(name) ``" : "`\(name)`"
  }

  // MARK: Sheets

  private struct Cell {
    var name: Frame
    var formula: Frame
    var span: Int
  }

  private mutating func sheet(_ group: MathCatalogue.Group) -> Frame {
    var rows: [[Cell]] = []
    var used = Self.columns
    for entry in group.entries {
      guard let cell = cell(entry) else { continue }
      if used + cell.span > Self.columns {
        rows.append([])
        used = 0
      }
      rows[rows.count - 1].append(cell)
      used += cell.span
    }
    let width = Double(Self.columns) * Self.columnWidth
    var sheet = Frame(size: Size(width: width, height: 0))
    sheet.fill(Rect(x: 0, y: 0, width: width, height: 0), .white)
    var y = 4.0
    for row in rows {
      let ascent = row.reduce(9.0) { max($0, $1.formula.ascent) }
      let descent = row.reduce(4.0) { max($0, $1.formula.descent) }
      var x = 4.0
      for cell in row {
        sheet.place(cell.name, x: x, baseline: y + ascent)
        sheet.place(cell.formula, x: x + cell.name.width + 8, baseline: y + ascent)
        x += Double(cell.span) * Self.columnWidth
      }
      y += ascent + descent + 5
    }
    sheet.size.height = y
    sheet.baseline = y
    // Dark pages of code hosts would swallow black letters.
    sheet.items[0] = .path(
      .rect(Rect(x: 0, y: 0, width: width, height: y)), fill: .white, stroke: nil)
    return sheet
  }

  /// Nil for what leaves nothing to see.
  private mutating func cell(_ entry: MathCatalogue.Entry) -> Cell? {
    guard let example = entry.example else { return nil }
    let file = sources.add(path: "example", text: example)
    let span = SourceSpan(file: file.id, start: 0, end: file.bytes.count)
    let (list, found) = MathParser.parse(file.bytes[...], span: span, display: true)
    precondition(!found.hasErrors, "the example '\(example)' is right")
    let style = TextStyle(
      family: .mono, size: Self.nameSize, color: Color(hex: 0x1F4E79), features: [.noLigatures],
      hyphenates: false)
    let text = entry.showsExample && example.utf8.count < 60 ? example : entry.name
    let name = typesetter.setLine(ParagraphContent(text, style: style))
    let formula = setter.layOut(list, isDisplay: true, size: Self.size, color: .black)
    let room = name.width + 8 + formula.width + 10
    let cells = Int((room / Self.columnWidth).rounded(.up))
    return Cell(name: name, formula: formula, span: min(Self.columns, max(1, cells)))
  }

  private static let introduction = """
    # Mathematics

    The TeX that formulas may use. This page and its pictures are written by the tool itself, \
    `report math --table docs`, so it is complete: what is not listed here is an error that names \
    the nearest known command.

    Letters and symbols may also be typed directly: `α ≤ ∑ ℝ → x²` mean what their commands mean. \
    `\\newcommand`, `\\def` and the other [definitions](#definitions) make commands of your own, in \
    a formula for the rest of the chapter, or in `report.yaml` for all chapters \
    (see [the language](language.md#mathematics)).

    """
}
