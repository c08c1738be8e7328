extension String {
  /// White space runs as single spaces, none at the ends.
  public var collapsed: String {
    // Nearly every text comes so already, and characters are slow to walk.
    isCollapsed ? self : split(whereSeparator: \.isWhitespace).joined(separator: " ")
  }

  /// Whether all white space is single ASCII spaces between other ASCII characters.
  private var isCollapsed: Bool {
    var previous = UInt8(ascii: " ")
    for byte in utf8 {
      guard byte < 0x7F, byte > 0x20 || byte == 0x20 && previous != 0x20 else { return false }
      previous = byte
    }
    return isEmpty || previous != 0x20
  }
}
