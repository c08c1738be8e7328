/// What a piece of source code is, as far as a reader wants to see it.
enum CodeTokenKind: UInt8, Hashable, Sendable, CaseIterable {
  case comment, string, number, constant, keyword, type, function
  /// Annotations, preprocessor lines, variables of shells.
  case attribute
  /// Keys of data files, properties of style sheets.
  case key
  case tag, heading
  /// Prompts, and the lines of a patch that say where.
  case meta
  case inserted, deleted
}

/// A stretch of code of one kind; bytes between tokens are plain.
struct CodeToken: Hashable, Sendable {
  var range: Range<Int>
  var kind: CodeTokenKind
}
