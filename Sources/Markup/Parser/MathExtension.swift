import CCmarkGFM

/// The inline extension of cmark that keeps `$…$` out of Markdown's hands.
///
/// Left to itself cmark turns `\,` into `,`, `\\` into `\` and `_` into emphasis. The extension
/// makes a code node whose literal is the formula with its dollars; that it has an extension tells
/// it from a code span.
enum MathExtension {
  /// Made once; cmark only reads it afterwards, and only inside `CmarkTree`'s lock.
  nonisolated(unsafe) static let shared: OpaquePointer = {
    guard let made = cmark_syntax_extension_new("report-math") else {
      preconditionFailure("cmark_syntax_extension_new only fails without memory")
    }
    let dollar = UnsafeMutableRawPointer(bitPattern: Int(UInt8(ascii: "$")))
    let special = cmark_llist_append(cmark_get_default_mem_allocator(), nil, dollar)
    cmark_syntax_extension_set_special_inline_chars(made, special)
    cmark_syntax_extension_set_match_inline_func(made, matchMath)
    return made
  }()
}

private func matchMath(
  _ found: OpaquePointer?,
  _ parser: UnsafeMutablePointer<cmark_parser>?, _ parent: UnsafeMutablePointer<cmark_node>?,
  _ character: UInt8, _ inlines: OpaquePointer?
) -> UnsafeMutablePointer<cmark_node>? {
  guard character == UInt8(ascii: "$"), let parser,
    let chunk = cmark_inline_parser_get_chunk(inlines)
  else { return nil }
  let start = Int(cmark_inline_parser_get_offset(inlines))
  let bytes = UnsafeBufferPointer(start: chunk.pointee.data, count: Int(chunk.pointee.len))
  guard let match = DollarMath.match(in: bytes, at: start),
    let node = cmark_node_new_with_mem_and_ext(CMARK_NODE_CODE, parser.pointee.mem, found)
  else { return nil }
  // The chunk lives as long as the block that holds it, as the literals of text nodes do.
  node.pointee.as.literal = cmark_chunk(
    data: chunk.pointee.data + start, len: Int32(match.end - start), alloc: 0)
  cmark_inline_parser_set_offset(inlines, Int32(match.end))
  return node
}
