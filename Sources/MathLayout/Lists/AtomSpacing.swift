import MathSyntax

/// The space between neighbouring atoms (The TeXbook, chapter 18, page 170).
enum AtomSpacing {
  /// In math units, 1/18 em: thin 3, medium 4, thick 5.
  struct Glue: Sendable {
    var width, stretch, shrink: Double

    static let none = Glue(width: 0, stretch: 0, shrink: 0)
    static let thin = Glue(width: 3, stretch: 0, shrink: 0)
    static let medium = Glue(width: 4, stretch: 2, shrink: 4)
    static let thick = Glue(width: 5, stretch: 5, shrink: 0)
  }

  /// - Parameter isScript: whether the right atom is in script style, where only thin spaces next
  ///   to operators remain.
  static func glue(_ left: MathClass, _ right: MathClass, isScript: Bool) -> Glue {
    switch table[Int(left.rawValue) * 8 + Int(right.rawValue)] {
    case 1: .thin
    case -1: isScript ? .none : .thin
    case -2: isScript ? .none : .medium
    case -3: isScript ? .none : .thick
    default: .none
    }
  }

  /// Rows are the left atom: ordinary, operator, binary, relation, opening, closing, punctuation,
  /// inner. Negative entries vanish in scripts; 0 also stands for pairs that cannot occur.
  private static let table: [Int8] = [
    0, 1, -2, -3, 0, 0, 0, -1,
    1, 1, 0, -3, 0, 0, 0, -1,
    -2, -2, 0, 0, -2, 0, 0, -2,
    -3, -3, 0, 0, -3, 0, 0, -3,
    0, 0, 0, 0, 0, 0, 0, 0,
    0, 1, -2, -3, 0, 0, 0, -1,
    -1, -1, 0, -1, -1, -1, -1, -1,
    -1, 1, -2, -3, -1, 0, -1, -1,
  ]
}
