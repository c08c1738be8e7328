/// How one language's code is told apart: words with their kinds, and rules for everything that is
/// not a word. Data only; `CodeScanner` reads it.
///
/// A grammar colours, it does not parse: what it cannot tell stays plain.
struct CodeGrammar: Sendable {
  /// What may start where the scanner stands; the first rule that matches takes the text.
  enum Rule: Sendable {
    /// From the mark to the end of its line.
    case line(String, CodeTokenKind, after: Place = .anywhere)
    /// From one mark to the other.
    case region(
      String, String, CodeTokenKind, escapes: Bool = true, spansLines: Bool = false,
      nests: Bool = false)
    /// A mark and the name after it: `@available`, `$HOME`, `\section`.
    case prefixed(String, CodeTokenKind, after: Place = .anywhere)
    /// `'a'` and `'\n'`; other apostrophes begin names (lifetimes in Rust) or nothing.
    case character
    /// A double-quoted string; a key where a colon follows, as in JSON.
    case keyOrString
    /// At the start of a line, what stands before the mark.
    case key(before: UInt8)
    /// At the start of a line, a name in brackets.
    case section
    /// `<name attribute="value">`
    case markup
    /// A name before a colon inside braces: a property of CSS.
    case property
    /// At the start of a line: what a person typed comes after it. Lines without are output.
    case prompt(String)
  }

  enum Place: Sendable {
    case anywhere
    /// At the start of the line, or after spaces only.
    case lineStart
    /// At the very first column.
    case firstColumn
    /// After white space.
    case space
  }

  /// As authors write them behind the fence, lower case; the first is the language's own.
  var names: [String]
  var rules: [Rule] = []
  private(set) var words: [String: CodeTokenKind] = [:]
  var ignoresCase = false
  /// Names with a capital at their start are types.
  var capitalsAreTypes = false
  /// Names before an opening parenthesis are functions.
  var marksCalls = false
  /// Bytes that belong to names besides letters, digits and `_`.
  var nameBytes: [UInt8] = []
  /// Bytes that make a word a part of something longer when they touch it: of a path or an address.
  var joinBytes: [UInt8] = []
  /// Letters that may stand before a quotation mark: `rb"…"`.
  var stringPrefixes = ""

  init(
    _ names: String, rules: [Rule], keywords: String = "", types: String = "",
    constants: String = "", functions: String = "", ignoresCase: Bool = false,
    capitalsAreTypes: Bool = false, marksCalls: Bool = false, nameBytes: String = "",
    joinBytes: String = "", stringPrefixes: String = ""
  ) {
    self.names = names.split(separator: " ").map(String.init)
    self.rules = rules
    for (list, kind) in [
      (functions, CodeTokenKind.function), (types, .type), (constants, .constant),
      (keywords, .keyword),
    ] {
      for word in list.split(whereSeparator: \.isWhitespace) { words[String(word)] = kind }
    }
    self.ignoresCase = ignoresCase
    self.capitalsAreTypes = capitalsAreTypes
    self.marksCalls = marksCalls
    self.nameBytes = Array(nameBytes.utf8)
    self.joinBytes = Array(joinBytes.utf8)
    self.stringPrefixes = stringPrefixes
  }

  /// The grammar of a language by any of its names, nil when there is none.
  static func named(_ name: String) -> CodeGrammar? { byName[name.lowercased()] }

  private static let byName: [String: CodeGrammar] = {
    var table: [String: CodeGrammar] = [:]
    for grammar in all { for name in grammar.names { table[name] = grammar } }
    return table
  }()

  /// Every language that can be coloured. To add one, write its grammar in a file of `Grammars` and
  /// name it here.
  static let all: [CodeGrammar] = [
    // The families of C and of ML.
    .c, .cpp, .csharp, .css, .dart, .go, .java, .javascript, .kotlin, .php, .rust, .scala, .swift,
    .typescript, .zig,
    // Scripts and shells.
    .elixir, .haskell, .julia, .lisp, .lua, .matlab, .perl, .powershell, .python, .r, .ruby, .shell,
    .sql,
    .console, .dockerfile, .make,
    // Data and text.
    .bibtex, .diff, .graphql, .ini, .json, .latex, .markdown, .markup, .nix, .protobuf, .terraform,
    .toml, .yaml,
  ]
}

// Rules that many languages share.
extension CodeGrammar.Rule {
  static let slashComment = Self.line("//", .comment)
  static let hashComment = Self.line("#", .comment, after: .space)
  static let blockComment = Self.region("/*", "*/", .comment, escapes: false, spansLines: true)
  static let doubleQuotes = Self.region("\"", "\"", .string)
  static let singleQuotes = Self.region("'", "'", .string)
}
