import Pareto

/// What an author's alternative text says of the knee and of the front, held against the chart.
///
/// A part of a sentence that speaks of the knee must name it when it names any row; rows of which a
/// part says that they are on the front (`on the front`, `front:`, `members of the front`) must be
/// members. Parts with a denial (the words `not`, `no`, `behind`, `near`, `dominated` …) are left
/// alone. Only English is understood.
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
    for part in sentences(text).flatMap(parts) {
      let words = part.lowercased()
      guard !denies(words) else { continue }
      let names = mentioned(part, found.all)
      if saysKnee(words), !found.knees.isEmpty, found.knees.isDisjoint(with: names) {
        out += names.map { Contradiction(subject: .knee, name: $0) }
      }
      if saysFront(words) {
        out += names.filter { !found.members.contains($0) }
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
      for view in chart.view.leaves {
        if case .objectives(let view) = view {
          collect(view)
        } else {
          for model in view.models { collect(model) }
        }
      }
    }

    private mutating func collect(_ view: ObjectiveView) {
      for row in view.rows {
        guard let label = row.datum.label, !label.isEmpty else { continue }
        all.insert(label)
        if row.isOnFront { members.insert(label) }
        if row.datum.row == view.knee { knees.insert(label) }
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
      parts = parts.flatMap { $0.split(separator: mark).map(String.init) }
    }
    return parts.flatMap(claims)
  }

  /// Cut at each `and` between two claims; one between names joins them.
  private static func claims(_ part: String) -> [String] {
    var claims: [String] = []
    for piece in part.split(separator: " and ").map(String.init) {
      if let last = claims.last, !isClaim(last) || !isClaim(piece) {
        claims[claims.count - 1] = last + " and " + piece
      } else {
        claims.append(piece)
      }
    }
    return claims
  }

  private static func isClaim(_ part: String) -> Bool {
    let words = part.lowercased()
    return saysKnee(words) || saysFront(words)
  }

  /// - Parameter words: in lower case, as in all that follow.
  private static func saysKnee(_ words: String) -> Bool { words.contains("knee") }

  private static func saysFront(_ words: String) -> Bool {
    ["on the front", "on the pareto front", "front:", "of the front", "form the front"]
      .contains(where: words.contains)
  }

  private static let denials: Set<Substring> = [
    "not", "no", "nor", "neither", "never", "none", "behind", "beyond", "past", "near", "nearly",
    "nearer", "nearest", "below", "dominated", "beaten", "without", "except", "only",
  ]

  private static func denies(_ words: String) -> Bool {
    words.split { !$0.isLetter && $0 != "'" && $0 != "’" }.contains {
      denials.contains($0) || $0.hasSuffix("n't") || $0.hasSuffix("n’t")
    } || ["off the", "other than", "than the knee"].contains(where: words.contains)
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
