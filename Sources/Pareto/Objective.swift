/// The direction in which an objective improves.
public enum Objective: String, Decodable, Sendable, CaseIterable {
  case low, high

  /// The value turned so that less is better.
  public func cost(_ value: Double) -> Double { self == .low ? value : -value }

  /// Reads a list of directions: `low,high`.
  ///
  /// - Returns: nil when a word is neither `low` nor `high`.
  public static func list(_ text: String) -> [Objective]? {
    var found: [Objective] = []
    for word in text.split(separator: ",", omittingEmptySubsequences: false) {
      let name = word.drop { $0 == " " }.reversed().drop { $0 == " " }.reversed()
      guard let objective = Objective(rawValue: String(name)) else { return nil }
      found.append(objective)
    }
    return found
  }
}
