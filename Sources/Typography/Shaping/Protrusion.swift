/// How far characters may stand in the margin, as a share of their own width, so that edges look
/// straight.
///
/// The values follow the defaults of the microtype package for Latin text faces (R. Schlicht,
/// "The microtype package", table of character protrusion).
enum Protrusion {
  static func left(_ scalar: UInt32) -> Float {
    switch scalar {
    case 0x2018, 0x27: 0.7  // ‘ '
    case 0x201C, 0x201E, 0x22: 0.5  // “ „ "
    case 0xAB, 0x2039: 0.3  // « ‹
    case 0x2013, 0x2D: 0.3  // – -
    case 0x2014: 0.2  // —
    case 0x28, 0x5B: 0.1  // ( [
    case 0x41, 0x54, 0x56, 0x57, 0x59: 0.05  // A T V W Y
    case 0x76, 0x77, 0x79: 0.05  // v w y
    default: 0
    }
  }

  static func right(_ scalar: UInt32) -> Float {
    switch scalar {
    case 0x2E, 0x2C, 0x2D, 0x2010, 0x2019, 0x27: 0.7  // . , - ‐ ’ '
    case 0x3A, 0x3B, 0x201D, 0x201C, 0x22: 0.5  // : ; ” “ "
    case 0x2013, 0xBB, 0x203A: 0.3  // – » ›
    case 0x2014: 0.2  // —
    case 0x21, 0x3F, 0x29, 0x5D: 0.1  // ! ? ) ]
    case 0x41, 0x46, 0x4B, 0x4C, 0x54, 0x56, 0x57, 0x58, 0x59: 0.05  // A F K L T V W X Y
    case 0x6B, 0x72, 0x74, 0x76, 0x77, 0x78, 0x79: 0.05  // k r t v w x y
    default: 0
    }
  }
}
