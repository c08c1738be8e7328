/// The candidate that is most likely meant by a misspelt name, or nil when none is close.
///
/// Optimal string alignment distance (Damerau–Levenshtein without repeated edits of one substring),
/// case-insensitive; at most a third of the name may differ. Ties go to the first candidate.
public func nearestName(to name: String, in candidates: some Sequence<String>) -> String? {
  let wanted = Array(name.lowercased().unicodeScalars)
  let limit = max(1, (wanted.count + 1) / 3)
  var best: (name: String, distance: Int)?
  for candidate in candidates {
    let other = Array(candidate.lowercased().unicodeScalars)
    guard abs(other.count - wanted.count) <= limit else { continue }
    let distance = editDistance(wanted, other)
    if distance <= limit, distance < best?.distance ?? .max { best = (candidate, distance) }
  }
  return best?.name
}

private func editDistance(_ a: [Unicode.Scalar], _ b: [Unicode.Scalar]) -> Int {
  guard !a.isEmpty, !b.isEmpty else { return max(a.count, b.count) }
  var beforeLast = [Int](repeating: 0, count: b.count + 1)
  var last = Array(0...b.count)
  for i in 1...a.count {
    var row = [Int](repeating: i, count: b.count + 1)
    for j in 1...b.count {
      let substitution = last[j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1)
      row[j] = min(last[j] + 1, row[j - 1] + 1, substitution)
      if i > 1, j > 1, a[i - 1] == b[j - 2], a[i - 2] == b[j - 1] {
        row[j] = min(row[j], beforeLast[j - 2] + 1)
      }
    }
    beforeLast = last
    last = row
  }
  return last[b.count]
}

/// Help lines for an unknown name: the nearest one, and the list of what exists when it is short.
///
/// - Parameter owner: whose names they are: "its columns are …", "the tables are …".
public func helpForUnknown(
  _ name: String, among names: [String], called plural: String, of owner: String = "its"
) -> [String] {
  var help: [String] = []
  if let near = nearestName(to: name, in: names) { help.append("did you mean '\(near)'?") }
  if !names.isEmpty, names.count <= 24 {
    help.append("\(owner) \(plural) are " + names.map { "'\($0)'" }.joined(separator: ", "))
  }
  return help
}
