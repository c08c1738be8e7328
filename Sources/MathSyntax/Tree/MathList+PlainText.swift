extension MathList {
  /// The formula on one line in Unicode, as a reader would type it: `(a + b)/c`, `x_i^2`, `√2`.
  public var plainText: String {
    var text = ""
    for node in nodes { node.write(to: &text) }
    return text.trimmingSpaces
  }

  /// In parentheses unless it is a single element.
  fileprivate var grouped: String {
    let text = plainText
    guard let node = onlyNode else { return text.isEmpty ? "" : "(" + text + ")" }
    switch node.kind {
    case .fraction, .scripts, .alphabet: return "(" + text + ")"
    default: return text
    }
  }

  /// As a script: bare when it is one character, number or word.
  fileprivate var asScript: String {
    let text = plainText
    if onlyNode != nil || text.unicodeScalars.allSatisfy({ $0 == "′" || $0 == "∗" }) {
      if !text.contains(" ") { return text }
    }
    if case .alphabet = nodes.first?.kind, nodes.count == 1 { return text }
    return "(" + text + ")"
  }
}

extension MathNode {
  fileprivate func write(to text: inout String) {
    switch kind {
    case .symbol(let symbol): symbol.write(to: &text)
    case .number(let digits): text += digits
    case .largeOperator(let sign): text += String(sign.scalar) + " "
    case .operatorName(let name):
      text += (text.isEmpty || text.hasSuffix(" ") ? "" : " ") + name.name + " "
    case .scripts(let scripts): scripts.write(to: &text)
    case .fraction(let fraction): fraction.write(to: &text)
    case .radical(let degree, let radicand):
      switch degree?.plainText {
      case nil, "": text += "√"
      case "3": text += "∛"
      case "4": text += "∜"
      case let index?: text += "root(" + index + ")"
      }
      text += radicand.grouped
    case .delimited(let group):
      text += group.left.text
      for (index, part) in group.parts.enumerated() {
        if index > 0 { text += " " + group.middles[index - 1].text + " " }
        text += part.plainText
      }
      text += group.right.text
    case .accent(let accent): text += accent.base.plainText + String(accent.scalar)
    case .overUnder(let mark): text += mark.base.plainText
    case .stack(let stack):
      text += stack.base.plainText
      if let under = stack.under { text += "_" + under.asScript }
      if let over = stack.over { text += "^" + over.asScript }
    case .extensibleArrow(let arrow):
      text += " " + String(arrow.scalar)
      if let below = arrow.below, !below.isEmpty { text += "_" + below.asScript }
      if !arrow.above.isEmpty { text += "^" + arrow.above.asScript }
      text += " "
    case .array(let array): array.write(to: &text)
    case .text(let words): text += words.words
    case .group(_, let list), .alphabet(_, let list), .style(_, let list), .sized(_, let list),
      .colored(_, let list), .enclosure(_, let list), .raised(_, let list), .centered(let list),
      .link(_, let list), .choice(_, let list, _, _):
      for node in list.nodes { node.write(to: &text) }
    case .extent(let change, let list):
      if case .phantom = change { return }
      for node in list.nodes { node.write(to: &text) }
    case .space(let length):
      if length.value > 0, !text.hasSuffix(" "), length.unit == .em { text += " " }
    case .bigDelimiter(_, _, let delimiter): text += delimiter.text
    case .reference(let label, let parenthesized):
      text += parenthesized ? "(" + label + ")" : label
    case .lineBreak: text += "; "
    case .error(let tex): text += tex
    case .rule, .breakMark, .tag, .label: break
    }
  }
}

extension MathSymbol {
  fileprivate func write(to text: inout String) {
    let slash = isNegated ? "\u{338}" : ""
    switch mathClass {
    case .binary, .relation:
      text += (text.isEmpty || text.hasSuffix(" ") ? "" : " ") + String(scalar) + slash + " "
    case .punctuation: text += String(scalar) + " "
    default: text += String(scalar) + slash
    }
  }
}

extension Scripts {
  fileprivate func write(to text: inout String) {
    base?.write(to: &text)
    while text.hasSuffix(" "), base != nil { text.removeLast() }
    if let sub { text += "_" + sub.asScript }
    if let sup {
      let script = sup.asScript
      text += (script.hasPrefix("′") ? "" : "^") + script
    }
    switch base?.kind {
    case .largeOperator, .operatorName: text += " "
    default: break
    }
  }
}

extension Fraction {
  fileprivate func write(to text: inout String) {
    if bar == .none, left == Delimiter("("), right == Delimiter(")") {
      text += "binom(" + numerator.plainText + ", " + denominator.plainText + ")"
    } else {
      text += (left?.text ?? "") + numerator.grouped + (bar == .none ? " | " : "/")
      text += denominator.grouped + (right?.text ?? "")
    }
  }
}

extension MathArray {
  fileprivate func write(to text: inout String) {
    text += left?.text ?? ""
    text += rows.map { row in
      row.cells.map(\.plainText).joined(separator: spacing == .display ? " " : ", ")
    }.joined(separator: "; ")
    text += right?.text ?? ""
  }
}

extension Delimiter {
  fileprivate var text: String { scalar.map { String($0) } ?? "" }
}

extension String {
  fileprivate var trimmingSpaces: String {
    var slice = Substring(self)
    while slice.hasPrefix(" ") { slice.removeFirst() }
    while slice.hasSuffix(" ") { slice.removeLast() }
    return String(slice)
  }
}
