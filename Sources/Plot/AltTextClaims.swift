import Pareto

/// What an author's alternative text says of the knee and of the front, held against the chart.
///
/// A sentence that speaks of the knee must name it when it names any row; rows of which a part of a
/// sentence says that they are on the front (`on the front`, `front:`, `members of the front`) must be
/// members. Parts with a denial (`not`, `no`, `behind`, `near`, `dominated` …) are left alone.
public enum AltTextClaims {
  /// A claim that the chart contradicts.
  public struct Contradiction: Equatable, Sendable {
    public enum Subject: Sendable { case knee, front }

    public var subject: Subject
    /// The row that the text names, by its label.
    public var name: String
  }

  /// - Returns: in the order of the text, each once.
  public static func contradictions(in text: String, of chart: Chart) -> [Contradiction] {
    let found = Names(chart)
    guard !found.all.isEmpty else { return [] }
    var out: [Contradiction] = []
    for sentence in sentences(text) {
      let words = sentence.lowercased()
      if words.contains("knee"), !found.knees.isEmpty {
        let names = mentioned(sentence, found.all)
        if !names.isEmpty, found.knees.isDisjoint(with: names) {
          out += names.map { Contradiction(subject: .knee, name: $0) }
        }
        continue
      }
      for part in parts(sentence) where saysFront(part.lowercased()) {
        out += mentioned(part, found.all).filter { !found.members.contains($0) }
          .map { Contradiction(subject: .front, name: $0) }
      }
    }
    return out.enumerated().filter { index, item in !out[..<index].contains(item) }.map(\.element)
  }

  /// The labels of a chart with a front.
  private struct Names {
    var all: Set<String> = []
    var members: Set<String> = []
    var knees: Set<String> = []

    init(_ chart: Chart) {
      collect(chart.view)
    }

    private mutating func collect(_ view: ChartView?) {
      switch view {
      case .titled(_, let inner): collect(inner)
      case .grid(let grid): for inner in grid.views { collect(inner) }
      case .objectives(let view):
        for row in view.rows {
          guard let label = row.datum.label, !label.isEmpty else { continue }
          all.insert(label)
          if row.isOnFront { members.insert(label) }
          if row.datum.row == view.knee { knees.insert(label) }
        }
      case .panel(let panel): collect(panel.model)
      case .facets(let facets): for cell in facets.cells { collect(cell.model) }
      case nil: break
      }
    }

    private mutating func collect(_ model: ChartModel) {
      for layer in model.layers where layer.mark.type == .pareto {
        all.formUnion(layer.rows.compactMap(\.label))
        for front in ParetoAnalysis(layer, model).fronts {
          members.formUnion(front.members.compactMap(\.label))
          if let knee = front.knee?.label { knees.insert(knee) }
        }
      }
    }
  }

  private static func sentences(_ text: String) -> [String] {
    var out: [String] = [""]
    var last: Character = " "
    for letter in text {
      // A point within a number or a name ends no sentence.
      if letter.isWhitespace, last == "." || last == "!" || last == "?" {
        out.append("")
      } else {
        out[out.count - 1].append(letter)
      }
      last = letter
    }
    return out
  }

  /// Cut where another thing is said of other rows.
  private static func parts(_ sentence: String) -> [String] {
    var parts = [sentence]
    for mark in [";", " but ", " while ", " whereas ", " although "] {
      parts = parts.flatMap { split($0, at: mark) }
    }
    return parts
  }

  private static func split(_ text: String, at mark: String) -> [String] {
    var parts: [String] = []
    var rest = text[...]
    while let place = rest.firstRange(of: mark) {
      parts.append(String(rest[..<place.lowerBound]))
      rest = rest[place.upperBound...]
    }
    return parts + [String(rest)]
  }

  private static func saysFront(_ part: String) -> Bool {
    let claims = [
      "on the front", "on the pareto front", "front:", "of the front", "form the front",
    ]
    guard claims.contains(where: part.contains) else { return false }
    let denials = [
      "not ", "n't ", "no ", "nor ", "none", "behind", "near", "off the", "below", "dominated",
      "beaten", "without", "except", "other than", "only",
    ]
    return !denials.contains(where: part.contains)
  }

  /// The labels that stand as whole words in a text; the longer of two that begin alike counts.
  private static func mentioned(_ text: String, _ names: Set<String>) -> [String] {
    var rest = text
    var found: [(name: String, place: Int)] = []
    for name in names.sorted(by: { ($1.count, $0) < ($0.count, $1) }) where name.count > 1 {
      while let range = rest.firstRange(of: name) {
        let before = rest[..<range.lowerBound].last
        let after = rest[range.upperBound...].first
        let isWord = !isPart(before) && !isPart(after)
        if isWord, !found.contains(where: { $0.name == name }) {
          found.append((name, rest.distance(from: rest.startIndex, to: range.lowerBound)))
        }
        rest.replaceSubrange(range, with: String(repeating: "\u{1}", count: name.count))
      }
    }
    return found.sorted { $0.place < $1.place }.map(\.name)
  }

  /// Whether a letter beside a name makes it part of another: a hyphen does in `ToMe-2`.
  private static func isPart(_ letter: Character?) -> Bool {
    guard let letter else { return false }
    return letter.isLetter || letter.isNumber || letter == "-" || letter == "+"
  }
}
