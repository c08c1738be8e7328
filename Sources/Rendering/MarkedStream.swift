/// The marks of one page's content, read operator by operator (ISO 32000-1, 7.8.2 and 14.6).
public struct MarkedStream: Sendable {
  /// The marks that carry a number, in the order of drawing.
  public private(set) var marks: [Int] = []
  /// How many artifacts of each type there are; "" for those that give none.
  public private(set) var artifacts: [String: Int] = [:]
  /// Operators that paint outside of every mark.
  public private(set) var loose = 0
  /// Operators that paint inside of a mark.
  public private(set) var painted = 0
  /// Marks inside of artifacts, artifacts inside of marks, ends without beginnings.
  public private(set) var misplaced = 0

  private enum Kind { case content, artifact, other }
  private var open: [Kind] = []

  init() {}

  /// - Parameter content: unpacked.
  init(_ content: [UInt8]) {
    var operands: [PDFToken] = []
    var tokens = PDFTokens(content)
    while let token = tokens.next() {
      guard case .word(let word) = token else {
        operands.append(token)
        continue
      }
      if word == "BI" { tokens.skipInlineImage() }
      apply(word, operands)
      operands.removeAll(keepingCapacity: true)
    }
    misplaced += open.count
  }

  private mutating func apply(_ word: String, _ operands: [PDFToken]) {
    switch word {
    case "BMC", "BDC": begin(operands)
    case "EMC": if open.popLast() == nil { misplaced += 1 }
    case "f", "F", "f*", "B", "B*", "b", "b*", "S", "s", "sh", "Do", "Tj", "TJ", "'", "\"", "BI":
      if open.contains(where: { $0 != .other }) { painted += 1 } else { loose += 1 }
    default: break
    }
  }

  private mutating func begin(_ operands: [PDFToken]) {
    let isInArtifact = open.contains(.artifact)
    if operands.first == .name("Artifact") {
      artifacts[operands.name(after: "Type") ?? "", default: 0] += 1
      if open.contains(.content) { misplaced += 1 }
      open.append(.artifact)
    } else if case .number(let text)? = operands.value(after: "MCID"), let number = Int(text) {
      marks.append(number)
      if isInArtifact || open.contains(.content) { misplaced += 1 }
      open.append(.content)
    } else {
      open.append(.other)
    }
  }
}

extension [PDFToken] {
  fileprivate func value(after key: String) -> PDFToken? {
    firstIndex(of: .name(key)).flatMap { $0 + 1 < count ? self[$0 + 1] : nil }
  }

  fileprivate func name(after key: String) -> String? {
    if case .name(let name)? = value(after: key) { name } else { nil }
  }
}
