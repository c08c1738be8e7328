import Datasets
import Evaluation

/// What moved from one lock to another, and why.
struct LockChanges {
  /// A number that is printed otherwise.
  struct Number {
    /// The block, or the value itself.
    var owner: String
    /// `FastV, average` for a cell.
    var name: String?
    /// Nil for a number that is new.
    var old: String?
    /// Nil for one that is no longer printed.
    var new: String?

    /// "FastV, average was 90.4, now 91.4".
    var text: String { "\(name ?? owner) \(short)" }

    /// The same without a name.
    var short: String {
      switch (old, new) {
      case (let old?, let new?): "was \(old), now \(new)"
      case (let old?, nil): "is no longer printed, it was \(old)"
      case (nil, let new?): "is new: \(new)"
      case (nil, nil): ""
      }
    }
  }

  /// Something besides numbers that is new, gone or not what it was.
  struct Change {
    var kind: LockFile.Entry.Kind
    var key: String
    var old: String?
    var new: String?

    /// "the formula 'twice' has changed".
    var text: String {
      let what = "the \(kind.rawValue) '\(key)'"
      return switch (old, new) {
      case (nil, _): "\(what) is new"
      case (_, nil): "\(what) is gone"
      default: "\(what) has changed"
      }
    }
  }

  let old: LockFile
  let new: LockFile

  /// What the report is made from: one sentence for each thing that moved.
  var inputs: [String] { data.map(\.text) + otherInputs.map(\.text) }

  /// The same without the data.
  var otherInputs: [Change] {
    [.file, .font, .formula, .query, .check].flatMap(changes)
  }

  /// The data files that moved, with the records that did.
  var data: [(path: String, text: String, rows: [Int])] {
    old.data.changes(to: new.data).map { change in
      let rows = movedRows(of: change.path)
      let noun = rows.count == 1 ? "record" : "records"
      // A whole file that was replaced needs no list.
      let places =
        rows.isEmpty || rows.count > 40 ? "" : ": \(noun) " + NumberRanges.text(rows)
      return (change.path, change.text + places, rows)
    }
  }

  /// The records of a data file that are not what they were; 1-based.
  func movedRows(of path: String) -> [Int] {
    guard let before = old.records.first(where: { $0.path == path }),
      let after = new.records.first(where: { $0.path == path })
    else { return [] }
    return after.moved(from: before)
  }

  /// Charts that are drawn otherwise.
  var drawings: [String] {
    changes(of: .drawing).filter { $0.old != nil && $0.new != nil }.map(\.key)
  }

  /// Every number that moved, by block or value.
  var numbers: [(owner: String, changes: [Number])] {
    var order: [String] = []
    var found: [String: [Number]] = [:]
    func add(_ number: Number) {
      if found[number.owner] == nil { order.append(number.owner) }
      found[number.owner, default: []].append(number)
    }
    for cell in changes(of: .cell) {
      let parts = cell.key.split(separator: ": ", maxSplits: 1).map(String.init)
      add(
        Number(
          owner: parts[0], name: parts.count > 1 ? parts[1] : nil, old: cell.old, new: cell.new))
    }
    for value in changes(of: .value) {
      add(Number(owner: value.key, old: value.old, new: value.new))
    }
    return order.map { ($0, found[$0] ?? []) }
  }

  /// Why the numbers of a block or a value moved: what it reads and is no longer the same.
  func causes(of owner: String) -> [String] {
    let own = { (lock: LockFile) in
      lock.entries.filter { $0.key == owner && ($0.kind == .block || $0.kind == .value) }
    }
    let before = own(old)
    let after = own(new)
    let reads = Set((before + after).flatMap(\.reads))
    var found: [String] = []
    for file in data where reads.contains(file.path) { found.append("the data: \(file.text)") }
    for file in changes(of: .file) where reads.contains(file.key) {
      found.append("the data: '\(file.key)' has changed")
    }
    for query in changes(of: .query) where reads.contains(query.key) {
      found.append("the query '\(query.key)'")
    }
    let formulas = changes(of: .formula).map(\.key)
    for key in formulas where reads.contains(key + "()") { found.append("the formula '\(key)'") }
    // A formula may call another that moved.
    if found.isEmpty, reads.contains(where: { $0.hasSuffix("()") }) {
      found += formulas.map { "the formula '\($0)'" }
    }
    let hashes = { (entries: [LockFile.Entry]) in
      entries.filter { $0.kind == .block }.map(\.fact)
    }
    if !before.isEmpty, !after.isEmpty, hashes(before) != hashes(after) {
      found.append("its query or options")
    }
    if before.isEmpty || after.isEmpty {
      found.append("the text: it is \(before.isEmpty ? "new" : "gone")")
    }
    return found.isEmpty ? ["the format it is printed in, or the tool"] : found
  }

  var isEmpty: Bool { inputs.isEmpty && numbers.isEmpty && drawings.isEmpty && blocks.isEmpty }

  /// Blocks that are new or gone, or whose query or options moved.
  var blocks: [Change] { changes(of: .block) }

  /// What differs of one kind, in the order of the keys.
  private func changes(of kind: LockFile.Entry.Kind) -> [Change] {
    let before = facts(old, kind)
    let after = facts(new, kind)
    return Set(before.keys).union(after.keys).sorted().compactMap { key in
      before[key] == after[key]
        ? nil : Change(kind: kind, key: key, old: before[key], new: after[key])
    }
  }

  private func facts(_ lock: LockFile, _ kind: LockFile.Entry.Kind) -> [String: String] {
    var found: [String: String] = [:]
    for entry in lock.entries where entry.kind == kind {
      found[entry.key] = found[entry.key].map { $0 + ", " + entry.fact } ?? entry.fact
    }
    return found
  }
}
