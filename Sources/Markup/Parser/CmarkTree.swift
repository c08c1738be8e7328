import CCmarkGFM
import Synchronization

/// A parsed tree of cmark-gfm, freed with the value.
struct CmarkTree: ~Copyable {
  /// cmark keeps the table of special characters in one process-wide variable that every parse
  /// switches on and off: two parses at a time corrupt each other silently.
  private static let parsing = Mutex<Void>(())

  private static let extensionNames = ["table", "strikethrough", "autolink", "tasklist"]

  let root: CmarkNode

  /// - Parameter bytes: UTF-8 with `\n` line ends.
  init(parsing bytes: [UInt8]) {
    let mask = ExpressionMask(bytes)
    root = Self.parsing.withLock { _ in
      cmark_gfm_core_extensions_ensure_registered()
      let options = CMARK_OPT_FOOTNOTES | CMARK_OPT_VALIDATE_UTF8 | CMARK_OPT_UNSAFE
      let parser = cmark_parser_new(options)
      defer { cmark_parser_free(parser) }
      for name in Self.extensionNames {
        guard let found = cmark_find_syntax_extension(name) else {
          preconditionFailure("cmark-gfm has its core extensions once they are registered")
        }
        cmark_parser_attach_syntax_extension(parser, found)
      }
      cmark_parser_attach_syntax_extension(parser, MathExtension.shared)
      mask.bytes.withUnsafeBytes { buffer in
        cmark_parser_feed(
          parser, buffer.baseAddress?.assumingMemoryBound(to: CChar.self), buffer.count)
      }
      guard let root = cmark_parser_finish(parser) else {
        preconditionFailure("cmark_parser_finish returns the document that the parser holds")
      }
      return CmarkNode(root)
    }
    if mask.isNeeded { root.restoreMasked() }
  }

  deinit { cmark_node_free(root.pointer) }
}
