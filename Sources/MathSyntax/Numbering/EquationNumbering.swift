public import Diagnostics

/// Numbers the rows of a display as amsmath does.
///
/// Each row of `align`, `gather`, `alignat`, `flalign` and `eqnarray` has a number, unless it is
/// starred or says `\notag`; `equation` and `multline` have one. `\tag` stands in a number's place
/// and takes none. In `subequations` the rows count with letters, 4a, 4b. Other displays are
/// numbered when they carry a label.
///
/// Source: amsmath's manual, sections 3 and 4.
public struct EquationNumbering {
  /// What a label in the display refers to.
  public struct Entry: Hashable, Sendable {
    public var label: String
    /// Without parentheses.
    public var number: String
    public var span: SourceSpan
  }

  /// The display with a tag in every row that has a number of its own.
  public private(set) var math: MathList
  /// What the label of the whole display refers to, without parentheses: its one number where no
  /// row carries a tag, else that of its group or row.
  public private(set) var labelNumber: String?
  /// The labels of rows and of `subequations`, in reading order.
  public private(set) var entries: [Entry] = []

  /// - Parameters:
  ///   - hasLabel: whether the display as a whole is labelled. Then it has one number, which
  ///     stands at the middle of several rows; where rows have labels of their own it is that of
  ///     the group, as of `subequations`.
  ///   - next: the next number of the document.
  public init(_ math: MathList, hasLabel: Bool, next: () -> String) {
    self.math = math
    let rows = math.displayArrays.flatMap(\.numberedRows)
    guard rows.contains(where: \.takesNumber) else {
      let tag = math.tagWords ?? rows.lazy.compactMap { $0.tag?.words }.first
      if hasLabel { labelNumber = tag ?? next() }
      collectLabels()
      return
    }
    let isGroup = rows.count > 1 && rows.contains { $0.label != nil }
    if hasLabel, rows.count > 1, !isGroup {
      labelNumber = next()
      return
    }
    if hasLabel, isGroup {
      labelNumber = next()
      self.math = lettered(math, under: labelNumber ?? "")
    } else {
      self.math = numbered(math, next)
      if hasLabel {
        labelNumber = self.math.displayArrays.flatMap(\.numberedRows).first?.tag?.words
      }
    }
    collectLabels()
  }

  /// The labels in a display whose rows are numbered, with what they refer to.
  public static func entries(of math: MathList) -> [Entry] {
    math.displayArrays.flatMap { array -> [Entry] in
      var found: [Entry] = []
      if let label = array.groupLabel, let number = array.groupNumber {
        found.append(Entry(label: label, number: number, span: array.rows[0].span))
      }
      return found
        + array.numberedRows.compactMap { row in
          guard let label = row.label, let tag = row.tag else { return nil }
          return Entry(label: label, number: tag.words, span: row.labelSpan ?? row.span)
        }
    }
  }

  private mutating func collectLabels() { entries = Self.entries(of: math) }

  private func numbered(_ math: MathList, _ next: () -> String) -> MathList {
    math.mappingDisplayArrays { array in
      guard array.name == "subequations" else { return array.numbered(next) }
      var group = array
      let number = next()
      group.groupNumber = number
      group.rows[0].cells[0] = lettered(array.rows[0].cells[0], under: number)
      return group
    }
  }

  private func lettered(_ math: MathList, under number: String) -> MathList {
    var count = 0
    return math.mappingDisplayArrays { array in
      array.numbered {
        count += 1
        return number + LetterNumeral.lowercase(count)
      }
    }
  }
}

extension MathList {
  /// The display environments at the top.
  public var displayArrays: [MathArray] {
    nodes.compactMap { node in
      if case .array(let array) = node.kind, array.isDisplayEnvironment { array } else { nil }
    }
  }

  /// `\label` of the display as a whole: at its top, or in an alignment that has no numbers.
  public var label: (name: String, span: SourceSpan)? {
    for node in nodes {
      switch node.kind {
      case .label(let name): return (name, node.span)
      case .array(let array) where !array.isDisplayEnvironment || !array.hasNumbers:
        for row in array.rows {
          if let name = row.label { return (name, row.labelSpan ?? row.span) }
        }
      default: continue
      }
    }
    return nil
  }

  /// The words of `\tag` at the top.
  fileprivate var tagWords: String? {
    for node in nodes {
      if case .tag(let words?, _) = node.kind { return words.words }
    }
    return nil
  }

  fileprivate func mappingDisplayArrays(_ change: (MathArray) -> MathArray) -> MathList {
    var list = self
    for index in nodes.indices {
      if case .array(let array) = nodes[index].kind, array.isDisplayEnvironment {
        list.nodes[index].kind = .array(change(array))
      }
    }
    return list
  }
}

extension MathArray {
  /// The rows that may have a number: of `multline` one, which stands for all.
  fileprivate var numberedRows: [Row] {
    switch name {
    case "subequations": rows.flatMap(\.cells).flatMap(\.displayArrays).flatMap(\.numberedRows)
    case "multline", "equation": onlyRow.map { [$0] } ?? []
    default: rows
    }
  }

  /// Whether any row has a number or a tag.
  fileprivate var hasNumbers: Bool { numberedRows.contains { $0.takesNumber || $0.tag != nil } }

  /// What the rows of `multline` and `equation` say together, as the last of them.
  private var onlyRow: Row? {
    guard var row = rows.last else { return nil }
    row.isNumbered = rows.allSatisfy(\.isNumbered)
    if let tagged = rows.first(where: { $0.tag != nil }) {
      (row.tag, row.tagIsParenthesized) = (tagged.tag, tagged.tagIsParenthesized)
    }
    if let named = rows.first(where: { $0.label != nil }) {
      (row.label, row.labelSpan) = (named.label, named.labelSpan)
    }
    return row
  }

  /// With numbers as tags.
  fileprivate func numbered(_ next: () -> String) -> MathArray {
    var array = self
    switch name {
    case "subequations":
      array.rows[0].cells[0] = rows[0].cells[0].mappingDisplayArrays { $0.numbered(next) }
    case "multline", "equation":
      guard var last = onlyRow else { return self }
      last.takeNumber(next)
      for index in rows.indices { (array.rows[index].tag, array.rows[index].label) = (nil, nil) }
      array.rows[rows.count - 1] = last
    default:
      for index in rows.indices { array.rows[index].takeNumber(next) }
    }
    return array
  }

  /// The number of `subequations` as a whole, kept as the tag of its only row.
  fileprivate var groupNumber: String? {
    get { name == "subequations" ? rows.first?.tag?.words : nil }
    set {
      rows[0].tag = newValue.map { MathText([.words($0, MathTextFont())]) }
    }
  }

  fileprivate var groupLabel: String? { name == "subequations" ? rows.first?.label : nil }
}

extension MathArray.Row {
  fileprivate var takesNumber: Bool { isNumbered && tag == nil }

  fileprivate mutating func takeNumber(_ next: () -> String) {
    guard takesNumber else { return }
    tag = MathText([.words(next(), MathTextFont())])
    tagIsParenthesized = true
  }
}
