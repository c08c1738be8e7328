// Scripting languages, shells, queries.
extension CodeGrammar {
  static let python = CodeGrammar(
    "python py python3 pycon ipython sage starlark bazel",
    rules: [
      .line("#", .comment), .region("\"\"\"", "\"\"\"", .string, spansLines: true),
      .region("'''", "'''", .string, spansLines: true), .doubleQuotes, .singleQuotes,
      .prefixed("@", .attribute, after: .lineStart),
    ],
    keywords: """
      and as assert async await break case class continue def del elif else except finally for from
      global if import in is lambda match nonlocal not or pass raise return try while with yield
      """,
    types: """
      bool bytearray bytes complex dict float frozenset int list object set str tuple type
      """, constants: "True False None Ellipsis NotImplemented self cls",
    functions: """
      abs all any enumerate filter getattr hasattr isinstance issubclass iter len map max min next
      open print range repr reversed round setattr sorted sum super vars zip
      """, marksCalls: true, stringPrefixes: "rbfuRBFUtT")

  static let ruby = CodeGrammar(
    "ruby rb crystal",
    rules: [
      .line("#", .comment), .doubleQuotes, .singleQuotes, .prefixed("@", .attribute),
      .prefixed("@@", .attribute), .prefixed("$", .attribute), .prefixed(":", .constant),
    ],
    keywords: """
      alias and begin break case class def defined do else elsif end ensure extend for if in include
      module next not or raise redo require require_relative rescue retry return self super then
      undef unless until when while yield
      """, constants: "true false nil", capitalsAreTypes: true, nameBytes: "?!")

  static let perl = CodeGrammar(
    "perl pl",
    rules: [
      .hashComment, .doubleQuotes, .singleQuotes, .prefixed("$", .attribute),
      .prefixed("@", .attribute), .prefixed("%", .attribute),
    ],
    keywords: """
      and do else elsif eq for foreach ge given gt if last le local lt my ne next no not or our
      package print redo require return say sub undef unless until use when while
      """, marksCalls: true)

  static let lua = CodeGrammar(
    "lua luau",
    rules: [
      .region("--[[", "]]", .comment, escapes: false, spansLines: true), .line("--", .comment),
      .region("[[", "]]", .string, escapes: false, spansLines: true), .doubleQuotes,
      .singleQuotes,
    ],
    keywords: """
      and break do else elseif end for function goto if in local not or repeat return then until
      while
      """, constants: "true false nil self", marksCalls: true)

  static let r = CodeGrammar(
    "r rscript splus",
    rules: [
      .line("#", .comment), .doubleQuotes, .singleQuotes, .region("`", "`", .attribute),
    ],
    keywords: "break else for function if in library next repeat require return while",
    constants: "TRUE FALSE NULL NA NaN Inf NA_integer_ NA_real_ NA_character_ T F",
    marksCalls: true, nameBytes: ".")

  static let julia = CodeGrammar(
    "julia jl",
    rules: [
      .region("#=", "=#", .comment, escapes: false, spansLines: true, nests: true),
      .line("#", .comment), .region("\"\"\"", "\"\"\"", .string, spansLines: true), .doubleQuotes,
      .character, .prefixed("@", .attribute), .prefixed(":", .constant),
    ],
    keywords: """
      abstract baremodule begin break catch const continue do else elseif end export finally for
      function global if import in isa let local macro module mutable primitive quote return struct
      try type using where while
      """, constants: "true false nothing missing NaN Inf pi", capitalsAreTypes: true,
    marksCalls: true, nameBytes: "!")

  static let matlab = CodeGrammar(
    "matlab octave", rules: [.line("%", .comment), .doubleQuotes, .singleQuotes],
    keywords: """
      break case catch classdef continue else elseif end for function global if otherwise parfor
      persistent return switch try while
      """, constants: "true false pi inf nan eps", marksCalls: true)

  static let haskell = CodeGrammar(
    "haskell hs elm purescript ocaml ml fsharp fs",
    rules: [
      .region("{-", "-}", .comment, escapes: false, spansLines: true, nests: true),
      .region("(*", "*)", .comment, escapes: false, spansLines: true, nests: true),
      .line("-- ", .comment), .line("//", .comment, after: .space), .doubleQuotes, .character,
    ],
    keywords: """
      and as begin case class data deriving do else end exception forall foreign fun function if
      import in infix infixl infixr instance let match module mutable newtype of open rec sig struct
      then to try type val when where with
      """, constants: "True False true false", capitalsAreTypes: true, nameBytes: "'")

  static let lisp = CodeGrammar(
    "lisp clojure clj cljs edn scheme racket common-lisp emacs-lisp elisp",
    rules: [.line(";", .comment), .doubleQuotes, .prefixed(":", .constant)],
    keywords: """
      and case cond def define defmacro defn defun defvar do fn if lambda let let* loop ns or progn
      quote recur require set! setq unless use-package when
      """, constants: "nil true false t", nameBytes: "-!?*")

  static let elixir = CodeGrammar(
    "elixir ex exs erlang erl",
    rules: [
      .line("#", .comment), .line("%", .comment, after: .lineStart),
      .region("\"\"\"", "\"\"\"", .string, spansLines: true), .doubleQuotes, .singleQuotes,
      .prefixed("@", .attribute), .prefixed(":", .constant),
      .prefixed("-", .keyword, after: .firstColumn),
    ],
    keywords: """
      after alias and case catch cond def defdelegate defimpl defmacro defmodule defp defprotocol
      defstruct do else end fn for if import in not or quote raise receive require rescue super try
      unless unquote use when with
      """, constants: "true false nil", capitalsAreTypes: true, marksCalls: true, nameBytes: "?!")

  private static let shellRules: [Rule] = [
    .hashComment, .doubleQuotes, .region("'", "'", .string, escapes: false),
    .region("${", "}", .attribute), .prefixed("$", .attribute),
  ]
  private static let shellKeywords = """
    alias break case continue do done elif else esac eval exec exit export fi for function if in
    local readonly return select set shift source then trap unset until while sudo
    """
  private static let shellCommands = """
    apt apt-get awk bash brew bundle cargo cat cd chmod cmake conda cp curl docker echo find git go
    grep gunzip gzip head kubectl ln ls make mkdir mv node npm npx pip pip3 pnpm poetry python python3
    rm rsync ruby sed sh sort ssh swift tail tar tee test touch uv wget xargs yarn
    """

  /// `/usr/local`, `python3.11`, `git@host:path`, `~/bin` are no keywords and no commands.
  private static let shellJoins = "/.@:~+,%"

  static let shell = CodeGrammar(
    "bash sh shell zsh fish ksh dash env dotenv", rules: shellRules, keywords: shellKeywords,
    constants: "true false", functions: shellCommands, nameBytes: "-",
    joinBytes: shellJoins)

  /// A session at a terminal: what was typed after the prompts, and what came out.
  static let console = CodeGrammar(
    "console shell-session terminal shellsession sh-session",
    rules: [.prompt("$ "), .prompt("% "), .prompt("> "), .prompt("# "), .prompt(">>> ")]
      + shellRules, keywords: shellKeywords, constants: "true false", functions: shellCommands,
    nameBytes: "-", joinBytes: shellJoins)

  static let powershell = CodeGrammar(
    "powershell ps1 pwsh ps batch bat cmd dos",
    rules: [
      .region("<#", "#>", .comment, escapes: false, spansLines: true), .hashComment,
      .line("::", .comment, after: .lineStart), .region("\"", "\"", .string, escapes: false),
      .region("'", "'", .string, escapes: false), .prefixed("$", .attribute),
    ],
    keywords: """
      begin break catch class continue do else elseif end exit finally for foreach function goto if in
      param process rem return set switch throw trap try until while
      """, ignoresCase: true, nameBytes: "-")

  static let sql = CodeGrammar(
    "sql mysql postgres postgresql psql sqlite plsql tsql duckdb",
    rules: [
      .line("--", .comment), .blockComment, .region("'", "'", .string, escapes: false),
      .region("\"", "\"", .attribute, escapes: false), .region("`", "`", .attribute),
    ],
    keywords: """
      add all alter and as asc begin between by cascade case check collate column commit constraint
      create cross database default delete desc distinct drop each else end except exists explain
      filter first following for foreign from full function grant group having if ilike in index inner
      insert intersect into is join key last left like limit lateral materialized natural not nulls of
      offset on or order outer over partition preceding primary procedure range recursive references
      replace returning right rollback row rows schema select set table temporary then to transaction
      trigger truncate union unique update using values view when where window with
      """,
    types: """
      bigint blob boolean char date decimal double float int integer json jsonb numeric real serial
      smallint text time timestamp timestamptz uuid varchar
      """, constants: "true false null", ignoresCase: true, marksCalls: true)

  static let dockerfile = CodeGrammar(
    "dockerfile docker containerfile", rules: shellRules,
    keywords: """
      add arg as cmd copy entrypoint env expose from healthcheck label maintainer onbuild run shell
      stopsignal user volume workdir
      """, ignoresCase: true, nameBytes: "-", joinBytes: shellJoins)

  static let make = CodeGrammar(
    "makefile make mk cmake",
    rules: [
      .hashComment, .region("$(", ")", .attribute), .region("${", "}", .attribute),
      .prefixed("$", .attribute), .doubleQuotes, .singleQuotes, .key(before: UInt8(ascii: ":")),
    ],
    keywords: "define else endef endif export ifdef ifeq ifndef ifneq include override unexport",
    constants: "ON OFF TRUE FALSE", marksCalls: true, nameBytes: "-.")
}
