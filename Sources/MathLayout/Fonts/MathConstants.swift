import Typography

/// The constants of a MATH table in em, read once.
struct MathConstants: Sendable {
  private let values: [Double]

  init(face: FontFace) {
    values = MathConstant.allCases.map { face.mathConstant($0) }
  }

  /// In em; shares for the percentages.
  subscript(_ constant: MathConstant) -> Double { values[Int(constant.rawValue)] }
}
