import CCmarkGFM

/// One node of cmark-gfm's tree: what the readers ask of it, as Swift values.
///
/// Only valid while its `CmarkTree` lives.
struct CmarkNode: Hashable {
  enum Kind: UInt8 {
    case document, quote, list, item, code, html, paragraph, heading, rule, footnote
    case table, tableRow, tableCell
    case text, softBreak, lineBreak, codeSpan, htmlInline, emphasis, strong, link, image
    case footnoteReference, strikethrough, math
    case other
  }

  let pointer: UnsafeMutablePointer<cmark_node>

  init(_ pointer: UnsafeMutablePointer<cmark_node>) { self.pointer = pointer }

  var firstChild: CmarkNode? { pointer.pointee.first_child.map(CmarkNode.init) }
  var next: CmarkNode? { pointer.pointee.next.map(CmarkNode.init) }

  /// 1-based; columns count bytes. An end column of 0 means the end of the line before.
  var startLine: Int { Int(pointer.pointee.start_line) }
  var startColumn: Int { Int(pointer.pointee.start_column) }
  var endLine: Int { Int(pointer.pointee.end_line) }
  var endColumn: Int { Int(pointer.pointee.end_column) }

  var kind: Kind {
    let type = UInt32(pointer.pointee.type)
    switch type {
    case CMARK_NODE_TEXT.rawValue: return .text
    case CMARK_NODE_SOFTBREAK.rawValue: return .softBreak
    case CMARK_NODE_LINEBREAK.rawValue: return .lineBreak
    case CMARK_NODE_CODE.rawValue: return pointer.pointee.extension == nil ? .codeSpan : .math
    case CMARK_NODE_HTML_INLINE.rawValue: return .htmlInline
    case CMARK_NODE_EMPH.rawValue: return .emphasis
    case CMARK_NODE_STRONG.rawValue: return .strong
    case CMARK_NODE_LINK.rawValue: return .link
    case CMARK_NODE_IMAGE.rawValue: return .image
    case CMARK_NODE_FOOTNOTE_REFERENCE.rawValue: return .footnoteReference
    case CMARK_NODE_PARAGRAPH.rawValue: return .paragraph
    case CMARK_NODE_DOCUMENT.rawValue: return .document
    case CMARK_NODE_BLOCK_QUOTE.rawValue: return .quote
    case CMARK_NODE_LIST.rawValue: return .list
    case CMARK_NODE_ITEM.rawValue: return .item
    case CMARK_NODE_CODE_BLOCK.rawValue: return .code
    case CMARK_NODE_HTML_BLOCK.rawValue: return .html
    case CMARK_NODE_HEADING.rawValue: return .heading
    case CMARK_NODE_THEMATIC_BREAK.rawValue: return .rule
    case CMARK_NODE_FOOTNOTE_DEFINITION.rawValue: return .footnote
    default: return extensionKind
    }
  }

  /// Extensions number their node types at run time; the name is what is stable.
  private var extensionKind: Kind {
    switch String(cString: cmark_node_get_type_string(pointer)) {
    case "table": .table
    case "table_row", "table_header": .tableRow
    case "table_cell": .tableCell
    case "strikethrough": .strikethrough
    default: .other
    }
  }

  /// The literal of text, code spans, math, HTML and footnote definitions.
  var literal: UnsafeBufferPointer<UInt8> { Self.bytes(pointer.pointee.as.literal) }
  var codeLiteral: UnsafeBufferPointer<UInt8> { Self.bytes(pointer.pointee.as.code.literal) }
  var isFenced: Bool { pointer.pointee.as.code.fenced != 0 }

  var headingLevel: Int { Int(pointer.pointee.as.heading.level) }

  var url: String { String(decoding: Self.bytes(pointer.pointee.as.link.url), as: UTF8.self) }
  var linkTitle: String? {
    let title = Self.bytes(pointer.pointee.as.link.title)
    return title.isEmpty ? nil : String(decoding: title, as: UTF8.self)
  }

  var listKind: List<Parsed>.Kind {
    let list = pointer.pointee.as.list
    return list.list_type == CMARK_ORDERED_LIST ? .ordered(start: Int(list.start)) : .bullet
  }
  var listIsTight: Bool { pointer.pointee.as.list.tight }

  /// For task list items: whether it is done; nil for other items.
  var task: Bool? {
    guard kind == .item, pointer.pointee.extension != nil else { return nil }
    return cmark_gfm_extensions_get_tasklist_item_checked(pointer)
  }

  /// The definition that a footnote reference leads to.
  var footnoteDefinition: CmarkNode? { pointer.pointee.parent_footnote_def.map(CmarkNode.init) }

  var isHeaderRow: Bool { cmark_gfm_extensions_get_table_row_is_header(pointer) != 0 }

  var columnAlignments: [TableColumn.Alignment] {
    let count = Int(cmark_gfm_extensions_get_table_columns(pointer))
    guard let bytes = cmark_gfm_extensions_get_table_alignments(pointer) else {
      return Array(repeating: .automatic, count: count)
    }
    return (0..<count).map { column in
      switch bytes[column] {
      case UInt8(ascii: "l"): .left
      case UInt8(ascii: "c"): .center
      case UInt8(ascii: "r"): .right
      default: .automatic
      }
    }
  }

  /// All nodes below that have no children, in reading order, found without recursion.
  var leaves: [CmarkNode] {
    var found: [CmarkNode] = []
    var node = firstChild
    while let current = node {
      if let child = current.firstChild {
        node = child
        continue
      }
      found.append(current)
      var up = current
      while up.next == nil, let parent = up.pointer.pointee.parent, parent != pointer {
        up = CmarkNode(parent)
      }
      node = up.next
    }
    return found
  }

  /// Puts back what `ExpressionMask` hid, in all texts of the tree.
  func restoreMasked() {
    let iterator = cmark_iter_new(pointer)
    defer { cmark_iter_free(iterator) }
    while cmark_iter_next(iterator) != CMARK_EVENT_DONE {
      guard let found = cmark_iter_get_node(iterator) else { continue }
      let node = CmarkNode(found)
      switch node.kind {
      case .text, .codeSpan, .math, .htmlInline, .html, .footnote, .footnoteReference:
        Self.restore(found.pointee.as.literal)
      case .code:
        Self.restore(found.pointee.as.code.info)
        Self.restore(found.pointee.as.code.literal)
      case .link, .image:
        Self.restore(found.pointee.as.link.url)
        Self.restore(found.pointee.as.link.title)
      default: break
      }
    }
  }

  private static func restore(_ chunk: cmark_chunk) {
    ExpressionMask.restore(UnsafeMutableBufferPointer(start: chunk.data, count: Int(chunk.len)))
  }

  private static func bytes(_ chunk: cmark_chunk) -> UnsafeBufferPointer<UInt8> {
    UnsafeBufferPointer(start: chunk.data, count: Int(chunk.len))
  }
}
