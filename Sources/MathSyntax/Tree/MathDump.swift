/// A math list as text, for tests and for looking at what was understood: one node per line.
public enum MathDump {
  public static func text(of list: MathList) -> String {
    var out = ""
    write(list, "", &out)
    return out
  }

  private static func write(_ list: MathList, _ indent: String, _ out: inout String) {
    for node in list.nodes { write(node, indent, &out) }
  }

  private static func write(
    _ title: String, _ list: MathList?, _ indent: String, _ out: inout String
  ) {
    guard let list else { return }
    out += indent + title + "\n"
    write(list, indent + "  ", &out)
  }

  private static func write(_ node: MathNode, _ indent: String, _ out: inout String) {
    let inner = indent + "  "
    func line(_ text: String) { out += indent + text + "\n" }
    switch node.kind {
    case .symbol(let symbol):
      line("\(symbol.mathClass) \(symbol.scalar)" + (symbol.isNegated ? " negated" : ""))
    case .number(let digits): line("number \(digits)")
    case .largeOperator(let sign): line("operator \(sign.scalar) \(sign.placement.rawValue)")
    case .operatorName(let name):
      line("operator \"\(name.name)\" \(name.placement.rawValue)")
    case .scripts(let scripts):
      line("scripts")
      if let base = scripts.base { write(base, inner, &out) }
      write("sub", scripts.sub, inner, &out)
      write("sup", scripts.sup, inner, &out)
    case .fraction(let fraction):
      line("fraction \(fraction.bar)" + (fraction.style.map { " \($0.rawValue)" } ?? ""))
      write("over", fraction.numerator, inner, &out)
      write("under", fraction.denominator, inner, &out)
    case .radical(let degree, let radicand):
      line("radical")
      write("degree", degree, inner, &out)
      write(radicand, inner, &out)
    case .delimited(let group):
      line("delimited \(name(group.left)) \(name(group.right))")
      for (index, part) in group.parts.enumerated() {
        if index > 0 { out += inner + "middle \(name(group.middles[index - 1]))\n" }
        write(part, inner, &out)
      }
    case .accent(let accent):
      line("accent \(accent.command)" + (accent.isWide ? " wide" : ""))
      write(accent.base, inner, &out)
    case .overUnder(let mark):
      line("\(mark.isBelow ? "under" : "over") \(mark.mark.rawValue)")
      write(mark.base, inner, &out)
    case .stack(let stack):
      line("stack \(stack.mathClass)")
      write(stack.base, inner, &out)
      write("over", stack.over, inner, &out)
      write("under", stack.under, inner, &out)
    case .extensibleArrow(let arrow):
      line("arrow \(arrow.scalar)")
      write("above", arrow.above, inner, &out)
      write("below", arrow.below, inner, &out)
    case .array(let array): write(array, indent, &out)
    case .text(let words): line("text \"\(words.words)\"")
    case .group(let mathClass, let list): write("group \(mathClass)", list, indent, &out)
    case .alphabet(let alphabet, let list): write("alphabet \(alphabet)", list, indent, &out)
    case .style(let style, let list): write("style \(style)", list, indent, &out)
    case .sized(let factor, let list): write("sized \(factor)", list, indent, &out)
    case .colored(_, let list): write("colored", list, indent, &out)
    case .enclosure(let enclosure, let list): write("enclosure \(enclosure)", list, indent, &out)
    case .extent(let change, let list): write("extent \(change)", list, indent, &out)
    case .raised(let length, let list): write("raised \(length.value)", list, indent, &out)
    case .centered(let list): write("centered", list, indent, &out)
    case .choice(let display, let text, let script, let scriptScript):
      line("choice")
      for list in [display, text, script, scriptScript] { write("case", list, inner, &out) }
    case .link(let url, let list): write("link \(url)", list, indent, &out)
    case .space(let length): line("space \(length.value) \(length.unit)")
    case .rule(let width, let height, _): line("rule \(width.value) × \(height.value)")
    case .bigDelimiter(let size, let mathClass, let delimiter):
      line("big \(size) \(mathClass) \(name(delimiter))")
    case .breakMark(let allowed): line(allowed ? "break allowed" : "break forbidden")
    case .lineBreak: line("line break")
    case .tag(let words, _): line("tag \(words?.words ?? "none")")
    case .label(let label): line("label \(label)")
    case .reference(let label, _): line("reference \(label)")
    case .error(let tex): line("error \(tex)")
    }
  }

  private static func write(_ array: MathArray, _ indent: String, _ out: inout String) {
    let columns = array.columns.map { String($0.alignment.rawValue.prefix(1)) }.joined()
    out += indent + "array \(array.name) \(columns)\n"
    for (column, list) in array.separators.sorted(by: { $0.key < $1.key }) {
      write("before column \(column)", list, indent + "  ", &out)
    }
    for row in array.rows {
      if let text = row.textAbove { out += indent + "  text \"\(text.words)\"\n" }
      for lines in row.partialLinesAbove {
        out += indent + "  line \(lines.lowerBound)–\(lines.upperBound)\n"
      }
      out += indent + "  row" + (row.tag.map { " tag \($0.words)" } ?? "")
      out += (row.isNumbered ? " numbered" : "") + "\n"
      for (index, cell) in row.cells.enumerated() {
        let merge = row.merges[index].map { " over \($0.count) \($0.alignment)" } ?? ""
        write("cell" + merge, cell, indent + "    ", &out)
      }
    }
  }

  private static func name(_ delimiter: Delimiter) -> String {
    delimiter.scalar.map { String($0) } ?? "none"
  }
}
