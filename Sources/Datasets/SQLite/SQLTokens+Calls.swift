extension SQLTokens {
  /// A function call in the text.
  struct Call {
    struct Argument {
      /// `[column]` or `[table, column]` when the argument is a bare column; nil otherwise.
      var column: [String]?
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
    return Call.Argument(column: isColumn ? names : nil, range: range)
  }
}
