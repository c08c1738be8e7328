import Foundation

/// One line on a terminal that is rewritten as the stages pass; nothing elsewhere.
struct Progress {
  let isShown: Bool

  func show(_ text: String) {
    guard isShown else { return }
    FileHandle.standardError.write(Data("\r\u{1B}[K\(text)".utf8))
  }

  /// Removes the line, so that what is printed next starts at the margin.
  func clear() {
    guard isShown else { return }
    FileHandle.standardError.write(Data("\r\u{1B}[K".utf8))
  }
}
