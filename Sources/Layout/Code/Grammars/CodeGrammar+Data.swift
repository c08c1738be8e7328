// Formats of data and of text.
extension CodeGrammar {
  static let json = CodeGrammar(
    "json jsonc json5 jsonl ndjson geojson webmanifest",
    rules: [.slashComment, .blockComment, .keyOrString, .singleQuotes],
    constants: "true false null")

  static let yaml = CodeGrammar(
    "yaml yml",
    rules: [
      .hashComment, .line("---", .meta, after: .firstColumn), .key(before: UInt8(ascii: ":")),
      .doubleQuotes, .region("'", "'", .string, escapes: false),
      .prefixed("&", .attribute, after: .space), .prefixed("*", .attribute, after: .space),
      .prefixed("!", .attribute, after: .space),
    ], constants: "true false null yes no on off True False", nameBytes: "-./")

  static let toml = CodeGrammar(
    "toml",
    rules: [
      .line("#", .comment), .section, .key(before: UInt8(ascii: "=")),
      .region("\"\"\"", "\"\"\"", .string, spansLines: true), .doubleQuotes,
      .region("'", "'", .string, escapes: false),
    ], constants: "true false", nameBytes: "-")

  static let ini = CodeGrammar(
    "ini cfg conf config properties editorconfig gitconfig systemd",
    rules: [
      .line("#", .comment, after: .space), .line(";", .comment, after: .lineStart), .section,
      .key(before: UInt8(ascii: "=")), .doubleQuotes,
    ], constants: "true false yes no on off", nameBytes: "-.")

  static let markup = CodeGrammar(
    "html xml svg xhtml htm plist xsl vue-html astro jinja handlebars hbs",
    rules: [
      .region("<!--", "-->", .comment, escapes: false, spansLines: true), .markup,
      .prefixed("&", .constant), .region("{{", "}}", .attribute), .region("{%", "%}", .attribute),
    ], nameBytes: "-:.")

  static let graphql = CodeGrammar(
    "graphql gql",
    rules: [
      .line("#", .comment), .region("\"\"\"", "\"\"\"", .string, spansLines: true), .doubleQuotes,
      .prefixed("$", .attribute), .prefixed("@", .attribute),
    ],
    keywords: """
      directive enum extend fragment implements input interface mutation on query scalar schema
      subscription type union
      """, constants: "true false null", capitalsAreTypes: true)

  static let protobuf = CodeGrammar(
    "protobuf proto proto3 thrift",
    rules: [.slashComment, .blockComment, .doubleQuotes, .singleQuotes],
    keywords: """
      enum extend extensions import map message oneof option optional package public repeated required
      reserved returns rpc service stream struct syntax to
      """,
    types: """
      bool bytes double fixed32 fixed64 float int32 int64 sfixed32 sfixed64 sint32 sint64 string uint32
      uint64
      """, constants: "true false", capitalsAreTypes: true)

  static let terraform = CodeGrammar(
    "terraform hcl tf",
    rules: [.line("#", .comment), .slashComment, .blockComment, .doubleQuotes],
    keywords: """
      data dynamic each for for_each if in lifecycle locals module output provider provisioner resource
      terraform variable
      """, types: "any bool list map number object set string tuple", constants: "true false null",
    marksCalls: true, nameBytes: "-")

  static let nix = CodeGrammar(
    "nix",
    rules: [
      .line("#", .comment), .blockComment,
      .region("''", "''", .string, escapes: false, spansLines: true), .doubleQuotes,
      .region("<", ">", .string, escapes: false),
    ],
    keywords: "assert else if import in inherit let or rec then with",
    constants: "true false null", functions: "builtins derivation map toString", nameBytes: "-'")

  static let latex = CodeGrammar(
    "latex tex context",
    rules: [
      .line("%", .comment), .region("\\begin{", "}", .keyword), .region("\\end{", "}", .keyword),
      .prefixed("\\", .function), .region("$$", "$$", .string, spansLines: true),
      .region("$", "$", .string),
    ])

  static let bibtex = CodeGrammar(
    "bibtex bib biblatex",
    rules: [
      .line("%", .comment), .prefixed("@", .keyword, after: .lineStart),
      .key(before: UInt8(ascii: "=")), .doubleQuotes,
    ], nameBytes: "-:")

  static let markdown = CodeGrammar(
    "markdown md mdx gfm rmd qmd",
    rules: [
      .line("#", .heading, after: .firstColumn), .line(">", .comment, after: .lineStart),
      .line("```", .meta, after: .lineStart), .line("~~~", .meta, after: .lineStart),
      .line("---", .meta, after: .firstColumn), .line("--|", .attribute, after: .firstColumn),
      .region("<!--", "-->", .comment, escapes: false, spansLines: true),
      .region("`", "`", .string, escapes: false), .region("**", "**", .keyword),
      .region("![", "]", .function), .region("[", "]", .function), .region("](", ")", .string),
      .markup,
    ])

  static let diff = CodeGrammar(
    "diff patch udiff",
    rules: [
      .line("+++", .meta, after: .firstColumn), .line("---", .meta, after: .firstColumn),
      .line("@@", .meta, after: .firstColumn), .line("diff ", .meta, after: .firstColumn),
      .line("index ", .meta, after: .firstColumn), .line("+", .inserted, after: .firstColumn),
      .line("-", .deleted, after: .firstColumn),
    ])
}
