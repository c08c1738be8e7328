import MathSyntax

/// The characters of Unicode's mathematical alphabets (block U+1D400, and the letters that were
/// encoded before it).
enum MathLetters {
  /// How a letter is drawn.
  enum Shape: Sendable {
    case upright, italic, bold, boldItalic, sansSerif, boldSansSerif, typewriter
    case script, boldScript, blackboard, fraktur, boldFraktur
  }

  /// The shape of a character in an alphabet; nil for TeX's default.
  static func shape(
    of scalar: Unicode.Scalar, in alphabet: MathAlphabet?, isBold: Bool
  ) -> Shape {
    switch alphabet {
    case .roman: return isBold ? .bold : .upright
    case .bold: return .bold
    case .sansSerif: return isBold ? .boldSansSerif : .sansSerif
    case .typewriter: return .typewriter
    case .calligraphic, .script: return isBold ? .boldScript : .script
    case .blackboard: return .blackboard
    case .fraktur: return isBold ? .boldFraktur : .fraktur
    case .boldItalic: return .boldItalic
    case .italic: return isBold ? .boldItalic : .italic
    case nil, .normal, .boldSymbol:
      let isBold = isBold || alphabet == .boldSymbol
      // TeX sets Greek capitals and digits upright, other letters italic.
      let isUpright =
        switch scalar.value {
        case 0x391...0x3A9, 0x30...0x39, 0x2207: true
        default: false
        }
      return isUpright ? (isBold ? .bold : .upright) : (isBold ? .boldItalic : .italic)
    }
  }

  /// The character that is drawn for a plain one in a shape; itself when there is none.
  static func styled(_ scalar: Unicode.Scalar, _ shape: Shape) -> Unicode.Scalar {
    switch scalar.value {
    case 0x41...0x5A: latin(Int(scalar.value) - 0x41, shape) ?? scalar
    case 0x61...0x7A: latin(Int(scalar.value) - 0x61 + 26, shape) ?? scalar
    case 0x30...0x39: digit(scalar.value - 0x30, shape) ?? scalar
    case 0x131: shape == .italic ? "\u{1D6A4}" : scalar
    case 0x237: shape == .italic ? "\u{1D6A5}" : scalar
    case 0x391...0x3A9, 0x3B1...0x3C9, 0x2202, 0x2207, 0x3D1, 0x3D5, 0x3D6, 0x3F0, 0x3F1, 0x3F5:
      greek(scalar.value, shape) ?? scalar
    default: scalar
    }
  }

  private static func latin(_ index: Int, _ shape: Shape) -> Unicode.Scalar? {
    let start: UInt32
    switch shape {
    case .upright: return nil
    case .bold: start = 0x1D400
    case .italic:
      if index == 33 { return "ℎ" }
      start = 0x1D434
    case .boldItalic: start = 0x1D468
    case .script:
      if let early = early(index, "ℬℰℱℋℐℒℳℛℯℊℴ", [1, 4, 5, 7, 8, 11, 12, 17, 30, 32, 40]) {
        return early
      }
      start = 0x1D49C
    case .boldScript: start = 0x1D4D0
    case .fraktur:
      if let early = early(index, "ℭℌℑℜℨ", [2, 7, 8, 17, 25]) { return early }
      start = 0x1D504
    case .blackboard:
      if let early = early(index, "ℂℍℕℙℚℝℤ", [2, 7, 13, 15, 16, 17, 25]) { return early }
      start = 0x1D538
    case .boldFraktur: start = 0x1D56C
    case .sansSerif: start = 0x1D5A0
    case .boldSansSerif: start = 0x1D5D4
    case .typewriter: start = 0x1D670
    }
    return Unicode.Scalar(start + UInt32(index))
  }

  /// Letters that Unicode had before the block of alphabets.
  private static func early(
    _ index: Int, _ letters: String, _ indices: [Int]
  ) -> Unicode.Scalar? {
    guard let at = indices.firstIndex(of: index) else { return nil }
    let scalars = letters.unicodeScalars
    return scalars[scalars.index(scalars.startIndex, offsetBy: at)]
  }

  private static func digit(_ value: UInt32, _ shape: Shape) -> Unicode.Scalar? {
    let start: UInt32
    switch shape {
    case .bold, .boldItalic: start = 0x1D7CE
    case .blackboard: start = 0x1D7D8
    case .sansSerif: start = 0x1D7E2
    case .boldSansSerif: start = 0x1D7EC
    case .typewriter: start = 0x1D7F6
    default: return nil
    }
    return Unicode.Scalar(start + value)
  }

  private static func greek(_ value: UInt32, _ shape: Shape) -> Unicode.Scalar? {
    let start: UInt32
    switch shape {
    case .bold: start = 0x1D6A8
    case .italic, .script, .fraktur: start = 0x1D6E2
    case .boldItalic, .boldScript, .boldFraktur: start = 0x1D71C
    case .boldSansSerif: start = 0x1D756
    default: return nil
    }
    let offset: UInt32
    switch value {
    case 0x391...0x3A9: offset = value - 0x391
    case 0x2207: offset = 25
    case 0x3B1...0x3C9: offset = value - 0x3B1 + 26
    case 0x2202: offset = 51
    case 0x3F5: offset = 52
    case 0x3D1: offset = 53
    case 0x3F0: offset = 54
    case 0x3D5: offset = 55
    case 0x3F1: offset = 56
    case 0x3D6: offset = 57
    default: return nil
    }
    // Scripts and Fraktur have no Greek; only \mathcal's neighbours would ask for it.
    if shape == .script || shape == .fraktur { return nil }
    return Unicode.Scalar(start + offset)
  }

  /// What a drawn character reads as: letters of text faces as plain letters, those whose shape
  /// carries meaning as themselves.
  static func readable(
    _ plain: Unicode.Scalar, drawnAs drawn: Unicode.Scalar, _ shape: Shape
  ) -> Unicode.Scalar {
    switch shape {
    case .script, .boldScript, .blackboard, .fraktur, .boldFraktur: drawn
    default: plain
    }
  }
}
