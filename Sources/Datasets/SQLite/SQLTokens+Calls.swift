extension SQLTokens {
  /// A function call in the text.
  struct Call {
    struct Argument {
      /// `[column]` or `[table, column]` when the argument is a bare column; nil otherwise.
      var column: [String]?
      /// The only table that the column can be of, when it is looked up: `(SELECT column FROM table
      /// WHERE …)`.
      var source: Source?
      var range: Range<Int>
    }

    var function: String
    var arguments: [Argument]
  }

  /// All calls, also those inside the arguments of others.
  var calls: [Call] {
    tokens.indices.compactMap { index in
      guard tokens[index].isName, index + 1 < tokens.count, tokens[index + 1].text == "(" else {
        return nil
      }
      return Call(function: tokens[index].text, arguments: arguments(from: index + 2))
    }
  }

  private func arguments(from first: Int) -> [Call.Argument] {
    var arguments: [Call.Argument] = []
    var depth = 0
    var start = first
    for index in tokens[min(first, tokens.count)...].indices {
      let token = tokens[index]
      let isPlain = token.kind == .other
      if isPlain, token.text == "(" { depth += 1 }
      let closes = isPlain && token.text == ")" && depth == 0
      if closes || isPlain && token.text == "," && depth == 0 {
        if start < index { arguments.append(argument(tokens[start..<index])) }
        start = index + 1
      } else if isPlain, token.text == ")" {
        depth -= 1
      }
      if closes { break }
    }
    return arguments
  }

  private func argument(_ part: ArraySlice<Token>) -> Call.Argument {
    let range = part.first!.range.lowerBound..<part.last!.range.upperBound
    let names = part.filter(\.isName).map(\.text)
    let isColumn =
      part.count == 1 && names.count == 1
      || part.count == 3 && names.count == 2 && part[part.startIndex + 1].text == "."
    if let (column, source) = lookup(part) {
      return Call.Argument(column: [column], source: source, range: range)
    }
    return Call.Argument(column: isColumn ? names : nil, range: range)
  }

  /// The column and the table of `(SELECT column FROM table)`, also with a condition.
  private func lookup(_ part: ArraySlice<Token>) -> (column: String, Source)? {
    let tokens = Array(part)
    guard tokens.count >= 6, tokens[0].text == "(", tokens[1].isWord("select"), tokens[2].isName,
      tokens[3].isWord("from"), tokens[4].isName,
      tokens.count == 6 || tokens[5].isWord("where"), tokens[tokens.count - 1].text == ")"
    else { return nil }
    let table = tokens[4]
    return (
      tokens[2].text, Source(table: table.text, alias: table.text, range: table.range)
    )
  }
}
