public import Graphics
public import Typography

/// Writes one frame as SVG: readable, rounded, the same bytes every time.
///
/// Text is drawn as glyph outlines that stand once in `<defs>`, so it looks the same without the
/// fonts; each run carries its text as `aria-label`.
public struct SVGRenderer: Sendable {
  private let fonts: FontLibrary

  public init(fonts: FontLibrary) { self.fonts = fonts }

  /// - Parameters:
  ///   - title: a short name, the picture's accessible name.
  ///   - description: what the picture shows, for those who cannot see it.
  /// - Returns: an SVG 1.1 file in UTF-8.
  public func render(
    _ frame: Frame, title: String, description: String
  ) throws(RenderingError) -> [UInt8] {
    var writer = SVGWriter(outlines: GlyphOutlines(fonts: CairoFontCache(fonts: fonts)))
    try writer.write(frame, at: .zero, indent: 1)
    return Array(writer.document(size: frame.size, title: title, description: description).utf8)
  }
}

/// The text of an SVG file as it grows.
private struct SVGWriter {
  private struct GlyphKey: Hashable {
    var font: FontID
    var glyph: UInt32
  }

  private let outlines: GlyphOutlines
  private var body = ""
  private var definitions = ""
  /// Number of each defined glyph in order of first use; nil for glyphs without ink.
  private var glyphs: [GlyphKey: Int?] = [:]
  private var clipCount = 0

  init(outlines: GlyphOutlines) { self.outlines = outlines }

  func document(size: Size, title: String, description: String) -> String {
    let (w, h) = (short(size.width), short(size.height))
    return """
      <?xml version="1.0" encoding="UTF-8"?>
      <svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" \
      width="\(w)pt" height="\(h)pt" viewBox="0 0 \(w) \(h)" role="img" \
      aria-labelledby="title desc">
        <title id="title">\(title.xmlEscaped)</title>
        <desc id="desc">\(description.xmlEscaped)</desc>
        <defs>
      \(definitions)  </defs>
      \(body)</svg>

      """
  }

  mutating func write(_ frame: Frame, at origin: Point, indent: Int) throws(RenderingError) {
    let pad = String(repeating: "  ", count: indent)
    for item in frame.items {
      switch item {
      case .glyphs(let run, let at): try write(run, origin + at, pad)
      case .path(let path, let fill, let stroke):
        body +=
          "\(pad)<path d=\"\(data(path, origin))\"\(paint(fill, stroke))/>\n"
      case .image(let image, let rect):
        let place = rect.offsetBy(dx: origin.x, dy: origin.y)
        body +=
          "\(pad)<image x=\"\(short(place.minX))\" y=\"\(short(place.minY))\" "
          + "width=\"\(short(place.size.width))\" height=\"\(short(place.size.height))\" "
          + "preserveAspectRatio=\"none\" xlink:href=\"data:\(image.format.mediaType);base64,"
          + "\(Base64.encode(image.bytes))\"/>\n"
      case .frame(let inner, let at): try write(inner, at: origin + at, indent: indent)
      case .group(let inner, let transform, let clip):
        let t = transform.then(.translation(x: origin.x, y: origin.y))
        let matrix = [t.a, t.b, t.c, t.d, t.tx, t.ty].map(short).joined(separator: " ")
        var clipping = ""
        if let clip {
          clipCount += 1
          clipping = " clip-path=\"url(#clip\(clipCount))\""
          definitions +=
            "    <clipPath id=\"clip\(clipCount)\"><path d=\"\(data(.rect(clip), .zero))\"/>"
            + "</clipPath>\n"
        }
        body += "\(pad)<g transform=\"matrix(\(matrix))\"\(clipping)>\n"
        try write(inner, at: .zero, indent: indent + 1)
        body += "\(pad)</g>\n"
      case .anchor, .beginTag, .beginLink, .endTag: break
      }
    }
  }

  private mutating func write(
    _ run: GlyphRun, _ at: Point, _ pad: String
  ) throws(RenderingError) {
    let scale = run.size / 1000
    var uses = ""
    for glyph in run.glyphs {
      guard let number = try define(GlyphKey(font: run.font, glyph: glyph.id)) else { continue }
      let x = Double(glyph.x) / scale / Double(run.stretch)
      let y = Double(glyph.y) / scale
      uses += "<use xlink:href=\"#g\(number)\""
      // Whole thousandths of an em are finer than any printer.
      if x.rounded() != 0 { uses += " x=\"\(Int(x.rounded()))\"" }
      if y.rounded() != 0 { uses += " y=\"\(Int(y.rounded()))\"" }
      uses += "/>"
    }
    guard !uses.isEmpty else { return }
    let matrix =
      "matrix(\(fine(scale * Double(run.stretch))) 0 0 \(fine(scale)) \(short(at.x)) \(short(at.y)))"
    let text = String(decoding: run.text, as: UTF8.self).xmlEscaped
    let label = text.isEmpty ? "" : " role=\"text\" aria-label=\"\(text)\""
    body += "\(pad)<g\(label) transform=\"\(matrix)\"\(paint(run.color, nil))>\(uses)</g>\n"
  }

  /// The number of a glyph's definition, nil when it has no ink.
  private mutating func define(_ key: GlyphKey) throws(RenderingError) -> Int? {
    if let known = glyphs[key] { return known }
    let path = try outlines.outline(of: key.glyph, in: key.font)
    guard !path.elements.isEmpty else {
      glyphs[key] = .some(nil)
      return nil
    }
    let number = glyphs.count + 1
    glyphs[key] = number
    definitions += "    <path id=\"g\(number)\" d=\"\(data(path, .zero, digits: 0))\"/>\n"
    return number
  }

  private func paint(_ fill: Color?, _ stroke: Stroke?) -> String {
    var out = ""
    if let fill {
      out += " fill=\"\(fill.hexText)\""
      if fill.alpha < 1 { out += " fill-opacity=\"\(short(Double(fill.alpha)))\"" }
    } else {
      out += " fill=\"none\""
    }
    guard let stroke else { return out }
    out += " stroke=\"\(stroke.color.hexText)\" stroke-width=\"\(short(stroke.width))\""
    if stroke.color.alpha < 1 {
      out += " stroke-opacity=\"\(short(Double(stroke.color.alpha)))\""
    }
    if !stroke.dash.isEmpty {
      out += " stroke-dasharray=\"\(stroke.dash.map(short).joined(separator: " "))\""
    }
    if stroke.cap != .butt { out += " stroke-linecap=\"\(stroke.cap.rawValue)\"" }
    if stroke.join != .miter { out += " stroke-linejoin=\"\(stroke.join.rawValue)\"" }
    return out
  }

  private func data(_ path: Path, _ o: Point, digits: Int = 2) -> String {
    func p(_ point: Point) -> String {
      decimal(o.x + point.x, digits) + " " + decimal(o.y + point.y, digits)
    }
    var out = ""
    for element in path.elements {
      switch element {
      case .move(let a): out += "M" + p(a)
      case .line(let a): out += "L" + p(a)
      case .curve(let a, let b, let c): out += "C" + p(a) + " " + p(b) + " " + p(c)
      case .close: out += "Z"
      }
    }
    return out
  }

  private func short(_ value: Double) -> String { decimal(value, 2) }
  private func fine(_ value: Double) -> String { decimal(value, 5) }
}

/// A number with at most so many decimals, no trailing zeros, no negative zero, no exponent.
func decimal(_ value: Double, _ digits: Int) -> String {
  var power = 1
  for _ in 0..<digits { power *= 10 }
  let scaled = Int((value * Double(power)).rounded())
  let (whole, rest) = scaled.magnitude.quotientAndRemainder(dividingBy: UInt(power))
  var text = (scaled < 0 ? "-" : "") + String(whole)
  if rest != 0 {
    var part = rest
    var width = digits
    while part % 10 == 0 {
      part /= 10
      width -= 1
    }
    let fraction = String(part)
    text += "." + String(repeating: "0", count: width - fraction.utf8.count) + fraction
  }
  return text
}

private func + (a: Point, b: Point) -> Point { Point(x: a.x + b.x, y: a.y + b.y) }

extension ImageResource.Format {
  fileprivate var mediaType: String {
    switch self {
    case .png: "image/png"
    case .jpeg: "image/jpeg"
    case .svg: "image/svg+xml"
    }
  }
}
