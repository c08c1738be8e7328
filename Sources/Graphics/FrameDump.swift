/// The display list as text, for golden tests: one item per line, coordinates with two decimals.
public enum FrameDump {
  public static func text(of frame: Frame, indent: Int = 0) -> String {
    let pad = String(repeating: "  ", count: indent)
    var out =
      pad + "frame \(n(frame.width)) × \(n(frame.height)) baseline \(n(frame.baseline))\n"
    for item in frame.items { out += text(of: item, indent: indent + 1) }
    return out
  }

  public static func text(of document: PagedDocument) -> String {
    var out = ""
    for page in document.pages {
      out += "page \(page.label) \(n(page.size.width)) × \(n(page.size.height))\n"
      out += text(of: page.content, indent: 1)
      if !page.furniture.items.isEmpty {
        out += "  furniture\n" + text(of: page.furniture, indent: 2)
      }
    }
    return out
  }

  private static func text(of item: FrameItem, indent: Int) -> String {
    let pad = String(repeating: "  ", count: indent)
    switch item {
    case .glyphs(let run, let at):
      let text = String(decoding: run.text, as: UTF8.self)
      return pad + "text \(p(at)) font \(run.font.rawValue) \(n(run.size)) \"\(text)\""
        + " width \(n(run.width))" + (run.color == .black ? "" : " \(run.color.hexText)") + "\n"
    case .path(let path, let fill, let stroke):
      let shape = path.elements.map(element).joined(separator: " ")
      let paint =
        (fill.map { " fill \($0.hexText)" } ?? "")
        + (stroke.map { " stroke \($0.color.hexText) \(n($0.width))" } ?? "")
      return pad + "path \(shape)\(paint)\n"
    case .image(let image, let rect):
      return pad + "image \(image.name) \(r(rect))\n"
    case .frame(let frame, let at):
      return pad + "at \(p(at))\n" + text(of: frame, indent: indent + 1)
    case .group(let frame, let t, _):
      let matrix = [t.a, t.b, t.c, t.d, t.tx, t.ty].map(n).joined(separator: " ")
      return pad + "group [\(matrix)]\n" + text(of: frame, indent: indent + 1)
    case .anchor(let name, let at): return pad + "anchor \(name) \(p(at))\n"
    case .beginTag(let id): return pad + "tag \(id.rawValue)\n"
    case .beginLink(let target, let rect, let id):
      return pad + "link \(id.rawValue) \(target) \(r(rect))\n"
    case .endTag: return pad + "end\n"
    }
  }

  private static func element(_ e: Path.Element) -> String {
    switch e {
    case .move(let a): "M \(p(a))"
    case .line(let a): "L \(p(a))"
    case .curve(let a, let b, let c): "C \(p(a)) \(p(b)) \(p(c))"
    case .close: "Z"
    }
  }

  private static func p(_ point: Point) -> String { "\(n(point.x)),\(n(point.y))" }

  private static func r(_ rect: Rect) -> String {
    "\(p(rect.origin)) \(n(rect.size.width)) × \(n(rect.size.height))"
  }

  /// Two decimals, no negative zero, no trailing zeros.
  private static func n(_ value: Double) -> String {
    let scaled = (value * 100).rounded()
    guard scaled != 0 else { return "0" }
    let whole = scaled / 100
    return whole == whole.rounded() ? String(Int(whole)) : String(whole)
  }
}
