import Diagnostics
import Graphics
import MathLayout
import MathSyntax
import Rendering
import Typography

/// Draws one formula as a picture, cropped to its ink.
struct FormulaPicture {
  enum Format: String {
    case svg, pdf, png

    /// By the ending of a file's name.
    init?(path: String) {
      guard let ending = path.split(separator: ".").last, path.contains(".") else { return nil }
      self.init(rawValue: ending.lowercased())
    }
  }

  /// Around the ink, so that smoothed edges are whole.
  static let margin: Points = 0.5

  let session: Session
  let fonts: FontLibrary
  let macros: MacroTable
  let isDisplay: Bool
  /// Em size in points.
  let size: Points
  /// Pixels a point, for PNG.
  let scale: Double

  /// - Returns: the bytes of the picture; nil when the formula has errors, which the session holds.
  func draw(_ file: SourceFile, as format: Format) throws -> [UInt8]? {
    let text = FormulaText(file, 0..<file.bytes.count)
    let display = isDisplay && !text.isInline
    let (list, found) = MathParser.parse(
      file.bytes[text.range], span: text.span, display: display, macros: macros)
    session.diagnostics.append(contentsOf: found)
    guard !found.hasErrors else { return nil }
    let tex = file.text(of: text.span)
    let frame = cropped(
      MathSetter(fonts: fonts).layOut(list, isDisplay: display, size: size, color: .black)
        .withoutTags)
    return try WorldFailure.wrap {
      switch format {
      case .svg:
        try SVGRenderer(fonts: fonts).render(frame, title: tex, description: list.plainText)
      case .pdf:
        try PDFRenderer(fonts: fonts).render(frame, title: tex, description: list.plainText)
      case .png: try PNGRenderer(fonts: fonts).render(frame, scale: scale)
      }
    }
  }

  /// The frame cut to its ink; one that draws nothing keeps its own size.
  private func cropped(_ frame: Frame) -> Frame {
    let box = Rect(x: 0, y: 0, width: max(frame.width, 1), height: max(frame.height, 1))
    let ink = (InkBounds.of(frame, fonts: fonts) ?? box).insetBy(
      dx: -Self.margin, dy: -Self.margin)
    var result = Frame(size: ink.size, baseline: frame.baseline - ink.minY)
    result.items.append(.frame(frame, at: Point(x: -ink.minX, y: -ink.minY)))
    return result
  }
}
