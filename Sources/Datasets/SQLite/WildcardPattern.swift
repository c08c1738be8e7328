/// A pattern of LIKE or GLOB.
///
/// SQLite's own matcher goes back over every `%` in turn, so that a few dozen characters of pattern
/// keep it busy for years. Going back to the last one only finds the same matches in the time of
/// pattern times text.
struct WildcardPattern {
  private enum Item: Equatable {
    /// Any characters, also none.
    case any
    case one
    case character(UInt32)
    case set([ClosedRange<UInt32>], isInverted: Bool)
  }

  private let items: [Item]
  private let ignoresCase: Bool

  /// A LIKE pattern: `%`, `_`; letters of ASCII match in both cases.
  init(like pattern: [UInt32], escape: UInt32?) {
    var items: [Item] = []
    var i = 0
    while i < pattern.count {
      let character = pattern[i]
      i += 1
      if character == escape {
        // An escape with nothing behind it matches nothing, as in SQLite.
        guard i < pattern.count else {
          items.append(.set([], isInverted: false))
          break
        }
        items.append(.character(Self.folded(pattern[i])))
        i += 1
      } else if character == 0x25 {
        if items.last != .any { items.append(.any) }
      } else {
        items.append(character == 0x5F ? .one : .character(Self.folded(character)))
      }
    }
    self.items = items
    ignoresCase = true
  }

  /// A GLOB pattern: `*`, `?`, `[a-z]`, `[^a]`.
  init(glob pattern: [UInt32]) {
    var items: [Item] = []
    var i = 0
    while i < pattern.count {
      let character = pattern[i]
      i += 1
      switch character {
      case 0x2A: if items.last != .any { items.append(.any) }
      case 0x3F: items.append(.one)
      case 0x5B: items.append(Self.set(pattern, &i))
      default: items.append(.character(character))
      }
    }
    self.items = items
    ignoresCase = false
  }

  /// What stands between brackets; one that is not closed matches nothing.
  private static func set(_ pattern: [UInt32], _ i: inout Int) -> Item {
    var ranges: [ClosedRange<UInt32>] = []
    var isInverted = false
    if i < pattern.count, pattern[i] == 0x5E {
      isInverted = true
      i += 1
    }
    // A bracket at the start is a character.
    if i < pattern.count, pattern[i] == 0x5D {
      ranges.append(0x5D...0x5D)
      i += 1
    }
    while i < pattern.count, pattern[i] != 0x5D {
      let first = pattern[i]
      if i + 2 < pattern.count, pattern[i + 1] == 0x2D, pattern[i + 2] != 0x5D {
        if first <= pattern[i + 2] { ranges.append(first...pattern[i + 2]) }
        i += 3
      } else {
        ranges.append(first...first)
        i += 1
      }
    }
    guard i < pattern.count else { return .set([], isInverted: false) }
    i += 1
    return .set(ranges, isInverted: isInverted)
  }

  private static func folded(_ character: UInt32) -> UInt32 {
    (0x41...0x5A).contains(character) ? character | 0x20 : character
  }

  func matches(_ text: [UInt32]) -> Bool {
    var item = 0
    var place = 0
    /// The last `%`, and the text that it has taken so far.
    var last: (item: Int, place: Int)?
    while place < text.count {
      if item < items.count, items[item] == .any {
        last = (item, place)
        item += 1
      } else if item < items.count, isMatch(items[item], text[place]) {
        item += 1
        place += 1
      } else if let back = last {
        last = (back.item, back.place + 1)
        item = back.item + 1
        place = back.place + 1
      } else {
        return false
      }
    }
    while item < items.count, items[item] == .any { item += 1 }
    return item == items.count
  }

  private func isMatch(_ item: Item, _ character: UInt32) -> Bool {
    switch item {
    case .any, .one: true
    case .character(let wanted): wanted == (ignoresCase ? Self.folded(character) : character)
    case .set(let ranges, let isInverted):
      ranges.contains { $0.contains(character) } != isInverted
    }
  }
}
