import Diagnostics

/// Words inside of formulas: `\text{…}` and its kin, with formulas inside of them.
extension FormulaParser {
  mutating func parseWords(
    _ construct: Construct, calledBy call: MathToken
  ) throws(Diagnostic) -> MathNode? {
    let span = source.span(of: call)
    switch construct {
    case .text(let change):
      let text = try parseTextArgument(of: call, font: MathTextFont().changed(by: change))
      return MathNode(.text(text), span: self.span(from: call))
    case .fixedText(let words):
      return MathNode(.text(MathText([.words(words, MathTextFont())])), span: span)
    case .verbatim:
      guard let words = source.verbatim(after: call) else {
        throw .unclosedVerbatim(at: span)
      }
      return MathNode(
        .text(MathText([.words(words, MathTextFont(family: .typewriter))])), span: span)
    case .framedText:
      let text = try parseTextArgument(of: call, font: MathTextFont())
      let node = MathNode(.text(text), span: span)
      return MathNode(.enclosure(.box, MathList([node], span: span)), span: span)
    default:
      // \ensuremath in math, and \( … \), are the formula itself.
      if call.name == "(" { throw unexpected(call) }
      let list = try parseArgument(of: call)
      return MathNode(.group(.ordinary, list), span: self.span(from: call, to: list))
    }
  }

  /// The argument of a text command.
  mutating func parseTextArgument(
    of call: MathToken, font: MathTextFont
  ) throws(Diagnostic) -> MathText {
    let wasInText = source.isInText
    source.isInText = true
    defer { source.isInText = wasInText }
    var reader = TextPieces(font: font)
    source.skipSpaces()
    if call.name == "framebox" {
      while try source.bracketedTokens(of: call) != nil { source.skipSpaces() }
    }
    let token = try source.peekExpanded()
    if token.kind == .end { throw .missingArgument(of: call.text, at: source.span(of: call)) }
    if token.isCharacter("{") {
      _ = source.next()
      source.beginGroup()
      try readWords(into: &reader, openedBy: token)
      source.endGroup()
    } else {
      try readWord(into: &reader)
    }
    return MathText(reader.pieces)
  }

  /// Words up to the closing brace, which is taken.
  private mutating func readWords(
    into reader: inout TextPieces, openedBy open: MathToken
  ) throws(Diagnostic) {
    while true {
      let token = try source.peekExpanded()
      if token.kind == .end { throw .unclosedBrace(at: source.span(of: open)) }
      if token.isCharacter("}") {
        _ = source.next()
        return
      }
      try readWord(into: &reader)
    }
  }

  private mutating func readWord(into reader: inout TextPieces) throws(Diagnostic) {
    let token = source.next()
    switch token.kind {
    case .space: reader.append(" ")
    case .character: try readCharacter(token, into: &reader)
    case .command: try readCommand(token, into: &reader)
    case .end, .parameter: break
    }
  }

  private mutating func readCharacter(
    _ token: MathToken, into reader: inout TextPieces
  ) throws(Diagnostic) {
    switch token.scalar {
    case "{":
      let font = reader.font
      source.beginGroup()
      try readWords(into: &reader, openedBy: token)
      source.endGroup()
      reader.font = font
    case "$": try readFormula(closedBy: .dollar, openedBy: token, into: &reader)
    case "~": reader.append("\u{A0}")
    case "-":
      if source.peek().isCharacter("-") {
        _ = source.next()
        let isLong = source.peek().isCharacter("-")
        if isLong { _ = source.next() }
        reader.append(isLong ? "—" : "–")
      } else {
        reader.append("-")
      }
    case "`", "'":
      let isDouble = source.peek().isCharacter(token.scalar)
      if isDouble { _ = source.next() }
      let marks: [String] = token.scalar == "`" ? ["‘", "“"] : ["’", "”"]
      reader.append(marks[isDouble ? 1 : 0])
    case "^", "_", "&", "#":
      throw .mathInWords(token.text, at: source.span(of: token))
    default: reader.append(String(token.scalar))
    }
  }

  /// `$…$` or `\(…\)` inside of words.
  private mutating func readFormula(
    closedBy terminator: Terminator, openedBy open: MathToken, into reader: inout TextPieces
  ) throws(Diagnostic) {
    source.isInText = false
    source.beginGroup()
    let outerArray = arrayDepth
    arrayDepth = 0
    let list = try parseList(until: terminator)
    let close = try source.peekExpanded()
    let isClosed = terminator == .dollar ? close.isCharacter("$") : close.isCommand(")")
    guard isClosed else {
      throw close.kind == .end || close.isCharacter("}")
        ? .unclosedInnerFormula(at: source.span(of: open)) : unexpected(close)
    }
    arrayDepth = outerArray
    source.endGroup()
    source.isInText = true
    _ = source.next()
    // `$$` in words is a display in TeX, and nothing here.
    if !list.isEmpty { reader.pieces.append(.math(list)) }
  }

  private mutating func readCommand(
    _ token: MathToken, into reader: inout TextPieces
  ) throws(Diagnostic) {
    if token.isFrozen, token.name.hasPrefix("report@char") {
      return reader.append(String(token.name.unicodeScalars.last!))
    }
    if let text = CommandTable.textSymbol(token.name) { return reader.append(text) }
    if let accent = CommandTable.textAccent(token.name) {
      let base = try parseTextArgument(of: token, font: reader.font)
      return reader.append(base.words + String(accent))
    }
    switch meaning(of: token) {
    case .construct(let construct): try readConstruct(construct, token, into: &reader)
    case nil:
      diagnostics.append(unknownCommand(token))
      reader.append(token.text)
    default: throw .mathInWords(token.text, at: source.span(of: token))
    }
  }

  private mutating func readConstruct(
    _ construct: Construct, _ token: MathToken, into reader: inout TextPieces
  ) throws(Diagnostic) {
    switch construct {
    case .text(let change):
      let text = try parseTextArgument(of: token, font: reader.font.changed(by: change))
      for piece in text.pieces { reader.append(piece) }
    case .mathInText:
      if token.name == "(" {
        try readFormula(closedBy: .parenthesis, openedBy: token, into: &reader)
      } else {
        source.isInText = false
        let list = try parseArgument(of: token)
        source.isInText = true
        reader.pieces.append(.math(list))
      }
    case .fixedText(let words): reader.append(words)
    case .dots: reader.append("…")
    case .relax, .breakMark: break
    case .lineBreak, .rowEnd: reader.append(" ")
    case .alphabetSwitch(let alphabet):
      switch alphabet {
      case .bold: reader.font.isBold = true
      case .italic: reader.font.isItalic = true
      case .sansSerif: reader.font.family = .sansSerif
      case .typewriter: reader.font.family = .typewriter
      default: reader.font = MathTextFont()
      }
    case .space, .spaceArgument, .kern:
      source.push(token)
      if let node = try parseNucleus(until: .brace, joinsDigits: false) {
        // A word space stays one, so that the text around it is shaped as a whole.
        if token.name == " " || token.name == "space" || token.name == "nobreakspace" {
          reader.append("\u{A0}")
        } else {
          reader.pieces.append(.math(MathList([node], span: node.span)))
        }
      }
    case .textColor, .colorSwitch, .colorBox, .framedColorBox, .framedText, .raiseBox, .size,
      .style, .reference, .link, .url, .verbatim, .enclosure, .rule, .strut, .phantom, .smash,
      .lap, .overUnder, .number, .quantity, .unit, .angle, .alphabet, .begin, .operatorName, .label:
      source.push(token)
      source.isInText = false
      let node = try parseNucleus(until: .brace, joinsDigits: false)
      source.isInText = true
      if let node { reader.pieces.append(.math(MathList([node], span: node.span))) }
    default: throw .mathInWords(token.text, at: source.span(of: token))
    }
  }
}

/// Collects words and formulas in order.
struct TextPieces {
  var pieces: [MathText.Piece] = []
  var font: MathTextFont

  init(font: MathTextFont) { self.font = font }

  mutating func append(_ words: String) { append(.words(words, font)) }

  mutating func append(_ piece: MathText.Piece) {
    if case .words(let words, let font) = piece, case .words(let before, font) = pieces.last {
      // One space, however it came about.
      let text = words == " " && before.hasSuffix(" ") ? "" : words
      pieces[pieces.count - 1] = .words(before + text, font)
    } else {
      pieces.append(piece)
    }
  }
}

extension MathTextFont {
  func changed(by change: TextFontChange) -> MathTextFont {
    MathTextFont(
      family: change.family ?? family, isBold: change.isBold ?? isBold,
      isItalic: change.isItalic ?? isItalic)
  }
}

extension Diagnostic {
  fileprivate static func mathInWords(_ text: String, at span: SourceSpan) -> Diagnostic {
    .error(
      "math-in-text", "'\(text)' is mathematics inside of words", at: span,
      help: "put it between dollars: '\\text{… $…$ …}'")
  }

  fileprivate static func unclosedInnerFormula(at span: SourceSpan) -> Diagnostic {
    .error("math-in-text", "the formula inside of words is not closed", at: span)
  }

  fileprivate static func unclosedVerbatim(at span: SourceSpan) -> Diagnostic {
    .error(
      "math-verbatim", "'\\verb' has no closing mark, or stands in an argument", at: span)
  }
}
