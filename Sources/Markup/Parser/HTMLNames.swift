/// The HTML elements that documents on code hosts use, by what they are.
enum HTMLNames {
  static let block: Set<String> = [
    "table", "thead", "tbody", "tfoot", "tr", "th", "td", "caption", "colgroup", "p", "div",
    "center", "h1", "h2", "h3", "h4", "h5", "h6", "ul", "ol", "li", "dl", "dt", "dd", "details",
    "summary", "blockquote", "pre", "hr", "section", "article", "header", "footer", "main", "nav",
    "figure", "figcaption", "address", "body", "html",
  ]
  static let inline: Set<String> = [
    "b", "strong", "i", "em", "cite", "var", "dfn", "u", "ins", "s", "del", "strike", "sup", "sub",
    "code", "tt", "samp", "kbd", "a", "span", "font", "small", "big", "mark", "abbr", "q", "label",
    "picture",
  ]
  static let void: Set<String> = [
    "br", "hr", "img", "wbr", "col", "source", "input", "meta", "link",
  ]
  /// Known to have nothing to print.
  static let silent: Set<String> = ["col", "colgroup", "source", "meta", "link"]
  static let cells: Set<String> = ["td", "th", "caption", "table"]

  static let optionalEnd: Set<String> = [
    "p", "li", "td", "th", "tr", "thead", "tbody", "tfoot", "dt", "dd", "colgroup", "body", "html",
  ]
  /// The open elements that a start tag ends.
  static let impliedEnds: [String: Set<String>] = [
    "li": ["li", "p"], "dt": ["dt", "dd", "p"], "dd": ["dt", "dd", "p"],
    "td": ["td", "th", "p"], "th": ["td", "th", "p"], "tr": ["td", "th", "tr", "p", "colgroup"],
    "tbody": ["td", "th", "tr", "thead", "tbody", "p", "colgroup"],
    "tfoot": ["td", "th", "tr", "thead", "tbody", "p"], "thead": ["colgroup"],
  ]

  static func isKnown(_ name: String) -> Bool {
    block.contains(name) || inline.contains(name) || void.contains(name)
  }
}
