// Languages with braces. Word lists follow the languages' own references.
extension CodeGrammar {
  private static let cRules: [Rule] = [
    .slashComment, .blockComment, .prefixed("#", .attribute, after: .lineStart), .doubleQuotes,
    .character,
  ]
  private static let cKeywords = """
    break case const continue default do else enum extern for goto if inline register restrict
    return sizeof static struct switch typedef union volatile while _Atomic _Generic _Noreturn
    """
  private static let cTypes = """
    bool char double float int long short signed unsigned void size_t ssize_t ptrdiff_t wchar_t
    int8_t int16_t int32_t int64_t uint8_t uint16_t uint32_t uint64_t intptr_t uintptr_t FILE
    """

  static let c = CodeGrammar(
    "c h objc objective-c", rules: cRules + [.prefixed("@", .attribute)], keywords: cKeywords,
    types: cTypes, constants: "true false NULL nullptr nil YES NO", marksCalls: true)

  static let cpp = CodeGrammar(
    "cpp c++ cc cxx hpp hh cuda cu glsl hlsl metal", rules: cRules,
    keywords: cKeywords + """
       alignas alignof and asm auto catch class concept consteval constexpr constinit co_await
      co_return co_yield decltype delete dynamic_cast explicit export final friend import module
      mutable namespace new noexcept not operator or override private protected public requires
      reinterpret_cast static_assert static_cast template this thread_local throw try typeid
      typename using virtual
      """,
    types: cTypes + " auto string vector map set pair tuple optional unique_ptr shared_ptr",
    constants: "true false NULL nullptr", marksCalls: true)

  static let csharp = CodeGrammar(
    "csharp cs c#", rules: cRules,
    keywords: """
      abstract as async await base break case catch checked class const continue default delegate do
      else enum event explicit extern finally fixed for foreach get goto if implicit in init interface
      internal is lock namespace new operator out override params partial private protected public
      readonly record ref return sealed set sizeof stackalloc static struct switch this throw try
      typeof unchecked unsafe using var virtual volatile when where while with yield
      """,
    types: """
      bool byte char decimal double dynamic float int long object sbyte short string uint ulong ushort
      void
      """, constants: "true false null", capitalsAreTypes: true, marksCalls: true,
    stringPrefixes: "$@")

  static let java = CodeGrammar(
    "java",
    rules: [
      .slashComment, .blockComment, .prefixed("@", .attribute),
      .region("\"\"\"", "\"\"\"", .string, spansLines: true), .doubleQuotes, .character,
    ],
    keywords: """
      abstract assert break case catch class continue default do else enum extends final finally for
      if implements import instanceof interface native new package permits private protected public
      record return sealed static strictfp super switch synchronized this throw throws transient try
      var volatile while yield
      """, types: "boolean byte char double float int long short void",
    constants: "true false null", capitalsAreTypes: true, marksCalls: true)

  static let kotlin = CodeGrammar(
    "kotlin kt kts",
    rules: [
      .slashComment, .blockComment, .prefixed("@", .attribute),
      .region("\"\"\"", "\"\"\"", .string, escapes: false, spansLines: true), .doubleQuotes,
      .character,
    ],
    keywords: """
      abstract actual annotation as break by catch class companion const constructor continue data do
      else enum expect external final finally for fun get if import in infix init inline inner
      interface internal is lateinit noinline object open operator out override package private
      protected public reified return sealed set super suspend tailrec this throw try typealias val
      value var vararg when where while
      """, constants: "true false null", capitalsAreTypes: true, marksCalls: true)

  static let scala = CodeGrammar(
    "scala sbt groovy gradle",
    rules: [
      .slashComment, .blockComment, .prefixed("@", .attribute),
      .region("\"\"\"", "\"\"\"", .string, escapes: false, spansLines: true), .doubleQuotes,
      .character,
    ],
    keywords: """
      abstract case catch class def do else enum extends final finally for given if implicit import
      in lazy match new object override package private protected return sealed static super then
      this throw trait try type using val var void while with yield
      """, constants: "true false null", capitalsAreTypes: true, marksCalls: true)

  static let dart = CodeGrammar(
    "dart",
    rules: [
      .slashComment, .blockComment, .prefixed("@", .attribute),
      .region("'''", "'''", .string, spansLines: true), .doubleQuotes, .singleQuotes,
    ],
    keywords: """
      abstract as assert async await break case catch class const continue covariant default deferred
      do else enum export extends extension external factory final finally for get if implements
      import in is late library mixin new on operator part required rethrow return set show static
      super switch sync this throw try typedef var void while with yield
      """, types: "bool double dynamic int num void", constants: "true false null",
    capitalsAreTypes: true, marksCalls: true)

  static let go = CodeGrammar(
    "go golang",
    rules: [
      .slashComment, .blockComment, .region("`", "`", .string, escapes: false, spansLines: true),
      .doubleQuotes, .character,
    ],
    keywords: """
      break case chan const continue default defer else fallthrough for func go goto if import
      interface map package range return select struct switch type var
      """,
    types: """
      any bool byte comparable complex64 complex128 error float32 float64 int int8 int16 int32 int64
      rune string uint uint8 uint16 uint32 uint64 uintptr
      """, constants: "true false nil iota", marksCalls: true)

  static let rust = CodeGrammar(
    "rust rs",
    rules: [
      .slashComment,
      .region("/*", "*/", .comment, escapes: false, spansLines: true, nests: true),
      .region("#[", "]", .attribute), .region("#![", "]", .attribute),
      .region("r#\"", "\"#", .string, escapes: false, spansLines: true),
      .region("\"", "\"", .string, spansLines: true), .character,
    ],
    keywords: """
      as async await break const continue crate dyn else enum extern fn for if impl in let loop match
      mod move mut pub ref return self static struct super trait type union unsafe use where while
      """,
    types: """
      bool char f32 f64 i8 i16 i32 i64 i128 isize str u8 u16 u32 u64 u128 usize Self
      """, constants: "true false", capitalsAreTypes: true, marksCalls: true, stringPrefixes: "br")

  static let swift = CodeGrammar(
    "swift",
    rules: [
      .slashComment,
      .region("/*", "*/", .comment, escapes: false, spansLines: true, nests: true),
      .prefixed("@", .attribute), .region("#\"", "\"#", .string, escapes: false),
      .prefixed("#", .attribute), .region("\"\"\"", "\"\"\"", .string, spansLines: true),
      .doubleQuotes,
    ],
    keywords: """
      actor any as associatedtype async await borrowing break case catch class consuming continue
      convenience default defer deinit didSet do dynamic else enum extension fallthrough fileprivate
      final for func get guard if import in indirect infix init inout internal is isolated lazy let
      macro mutating nonisolated nonmutating open operator optional override package postfix
      precedencegroup prefix private protocol public repeat required rethrows return self set some
      static struct subscript super switch throw throws try typealias unowned var weak where while
      willSet
      """, constants: "true false nil", capitalsAreTypes: true, marksCalls: true)

  static let zig = CodeGrammar(
    "zig", rules: [.slashComment, .prefixed("@", .function), .doubleQuotes, .character],
    keywords: """
      align allowzero and anyframe asm async await break catch comptime const continue defer else enum
      errdefer error export extern fn for if inline noalias or orelse packed pub resume return struct
      suspend switch test threadlocal try union unreachable usingnamespace var volatile while
      """,
    types: "bool f16 f32 f64 i8 i16 i32 i64 isize type u8 u16 u32 u64 usize void anytype",
    constants: "true false null undefined", capitalsAreTypes: true, marksCalls: true)

  private static let scriptRules: [Rule] = [
    .slashComment, .blockComment, .region("`", "`", .string, spansLines: true), .doubleQuotes,
    .singleQuotes, .prefixed("@", .attribute),
  ]
  private static let scriptKeywords = """
    as async await break case catch class const continue debugger default delete do else export
    extends finally for from function get if import in instanceof let new of return set static super
    switch this throw try typeof var void while with yield
    """

  static let javascript = CodeGrammar(
    "javascript js jsx mjs cjs node", rules: scriptRules, keywords: scriptKeywords,
    constants: "true false null undefined NaN Infinity", capitalsAreTypes: true, marksCalls: true,
    nameBytes: "$")

  static let typescript = CodeGrammar(
    "typescript ts tsx mts vue svelte", rules: scriptRules,
    keywords: scriptKeywords + """
       abstract asserts declare enum implements infer interface is keyof module namespace override
      private protected public readonly satisfies type unique
      """, types: "any bigint boolean never number object string symbol unknown",
    constants: "true false null undefined NaN Infinity", capitalsAreTypes: true, marksCalls: true,
    nameBytes: "$")

  static let php = CodeGrammar(
    "php",
    rules: [
      .prefixed("<?", .meta), .slashComment, .hashComment, .blockComment,
      .prefixed("$", .attribute), .doubleQuotes, .singleQuotes,
    ],
    keywords: """
      abstract and array as break case catch class clone const continue declare default do echo else
      elseif enum extends final finally fn for foreach function global goto if implements include
      include_once instanceof insteadof interface isset list match namespace new or print private
      protected public readonly require require_once return static switch throw trait try unset use
      var while yield
      """, types: "bool float int iterable mixed never object string void",
    constants: "true false null", capitalsAreTypes: true, marksCalls: true)

  static let css = CodeGrammar(
    "css scss sass less",
    rules: [
      .blockComment, .line("//", .comment, after: .lineStart), .doubleQuotes, .singleQuotes,
      .prefixed("@", .keyword), .prefixed("$", .attribute), .prefixed("--", .attribute), .property,
      .prefixed("#", .constant), .prefixed(".", .type), .prefixed("::", .keyword),
      .prefixed(":", .keyword),
    ], marksCalls: true, nameBytes: "-")
}
