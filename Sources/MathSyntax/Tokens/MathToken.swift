/// One token of TeX: what the lexer reads and macros are made of.
struct MathToken: Equatable, Sendable {
  enum Kind: UInt8, Sendable {
    /// The end of the formula.
    case end
    /// Any character but a space; `{`, `^` and `&` too.
    case character
    /// White space, however long.
    case space
    /// `\name` or `\,`.
    case command
    /// `#1` in the body of a macro; the digit is the scalar.
    case parameter
  }

  var kind: Kind
  /// Not to be expanded again, after `\noexpand`.
  var isFrozen = false
  var scalar: Unicode.Scalar
  /// Of a command, without the backslash; `" "` for a control space.
  var name: String
  /// Byte offsets in the formula.
  var start: Int32
  var end: Int32

  static func character(_ scalar: Unicode.Scalar, _ start: Int, _ end: Int) -> MathToken {
    MathToken(
      kind: .character, scalar: scalar, name: "", start: Int32(start), end: Int32(end))
  }

  static func command(_ name: String, _ start: Int, _ end: Int) -> MathToken {
    MathToken(kind: .command, scalar: "\\", name: name, start: Int32(start), end: Int32(end))
  }

  static func space(_ start: Int, _ end: Int) -> MathToken {
    MathToken(kind: .space, scalar: " ", name: "", start: Int32(start), end: Int32(end))
  }

  func isCharacter(_ wanted: Unicode.Scalar) -> Bool { kind == .character && scalar == wanted }
  func isCommand(_ wanted: String) -> Bool { kind == .command && name == wanted }

  /// Whether both are the same token, wherever they stand.
  func matches(_ other: MathToken) -> Bool {
    kind == other.kind && scalar == other.scalar && name == other.name
  }

  /// As an author would type it.
  var text: String {
    switch kind {
    case .end: "the end"
    case .character: String(scalar)
    case .space: " "
    case .command: "\\" + name
    case .parameter: "#" + String(scalar)
    }
  }
}
