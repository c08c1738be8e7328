/// Takes the links out of an SVG picture: librsvg would tell cairo of them, and the page's structure
/// knows nothing of what is within a picture.
enum SVGLinks {
  /// - Returns: the picture with groups in place of its `a` elements, and spans within text.
  static func removed(from svg: [UInt8]) -> [UInt8] {
    var out: [UInt8] = []
    var start = 0
    var textDepth = 0
    var at = 0
    while at < svg.count {
      defer { at += 1 }
      guard svg[at] == UInt8(ascii: "<") else { continue }
      let isEnd = at + 1 < svg.count && svg[at + 1] == UInt8(ascii: "/")
      let name = at + (isEnd ? 2 : 1)
      if isElement("text", at: name, in: svg), isEnd || !isEmptyElement(at: name, in: svg) {
        textDepth += isEnd ? -1 : 1
      }
      guard isElement("a", at: name, in: svg) else { continue }
      out += svg[start..<name]
      out += Array((textDepth > 0 ? "tspan" : "g").utf8)
      start = name + 1
    }
    return start == 0 ? svg : out + svg[start...]
  }

  /// Whether a tag ends in `/>`; a `>` within the quotes of an attribute ends none.
  private static func isEmptyElement(at index: Int, in svg: [UInt8]) -> Bool {
    var quote: UInt8?
    for at in index..<svg.count {
      switch svg[at] {
      case UInt8(ascii: "\""), UInt8(ascii: "'"):
        if quote == nil { quote = svg[at] } else if quote == svg[at] { quote = nil }
      case UInt8(ascii: ">") where quote == nil: return svg[at - 1] == UInt8(ascii: "/")
      default: break
      }
    }
    return false
  }

  private static func isElement(_ name: StaticString, at index: Int, in svg: [UInt8]) -> Bool {
    let end = index + name.utf8CodeUnitCount
    guard end < svg.count else { return false }
    let isName = name.withUTF8Buffer { svg[index..<end].elementsEqual($0) }
    return isName && [0x20, 0x09, 0x0A, 0x0D, 0x2F, 0x3E].contains(svg[end])
  }
}
