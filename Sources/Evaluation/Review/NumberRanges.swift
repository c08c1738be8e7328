/// Line and row numbers as people write them.
public enum NumberRanges {
  /// "3–8, 11".
  ///
  /// - Parameter numbers: sorted, each once.
  public static func text(_ numbers: [Int]) -> String {
    var parts: [String] = []
    var start = 0
    while start < numbers.count {
      var end = start
      while end + 1 < numbers.count, numbers[end + 1] == numbers[end] + 1 { end += 1 }
      switch end - start {
      case 0: parts.append("\(numbers[start])")
      case 1: parts.append("\(numbers[start]), \(numbers[end])")
      default: parts.append("\(numbers[start])–\(numbers[end])")
      }
      start = end + 1
    }
    return parts.joined(separator: ", ")
  }
}
