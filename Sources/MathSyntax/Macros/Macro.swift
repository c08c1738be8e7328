/// What a command stands for once it is defined by the author or by our own table.
struct Macro: Sendable, Equatable {
  /// The tokens in its place, with parameters where arguments go.
  var body: [MathToken]
  /// What must follow each argument: `\def\pair#1,#2.{…}` has [","] and ["."]; empty lists for
  /// arguments in braces or of one token.
  var delimiters: [[MathToken]]
  /// What must follow the name before the first argument.
  var prefix: [MathToken] = []
  /// Stands for the first argument when it is not given in brackets.
  var defaultArgument: [MathToken]?

  var argumentCount: Int { delimiters.count }

  init(body: [MathToken], argumentCount: Int, defaultArgument: [MathToken]? = nil) {
    self.body = body
    self.defaultArgument = defaultArgument
    delimiters = Array(repeating: [], count: argumentCount)
  }

  /// Turns `#1` … into parameters and `##` into `#`.
  static func parameterized(_ tokens: [MathToken]) -> (body: [MathToken], highest: Int) {
    var body: [MathToken] = []
    var highest = 0
    var index = 0
    while index < tokens.count {
      let token = tokens[index]
      if token.isCharacter("#"), index + 1 < tokens.count {
        let next = tokens[index + 1]
        if next.kind == .character, ("1"..."9").contains(next.scalar) {
          highest = max(highest, Int(next.scalar.value) - 0x30)
          body.append(
            MathToken(
              kind: .parameter, scalar: next.scalar, name: "", start: token.start, end: next.end))
          index += 2
          continue
        }
        if next.isCharacter("#") {
          body.append(next)
          index += 2
          continue
        }
      }
      body.append(token)
      index += 1
    }
    return (body, highest)
  }

  /// All tokens of a text.
  static func tokens(of text: String) -> [MathToken] {
    let bytes = Array(text.utf8)
    var lexer = MathLexer(bytes[...])
    var tokens: [MathToken] = []
    while true {
      let token = lexer.next()
      if token.kind == .end { return tokens }
      tokens.append(token)
    }
  }
}
