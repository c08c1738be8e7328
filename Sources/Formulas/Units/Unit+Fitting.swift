extension Unit {
  /// Whether a number of this unit may stand where `other` is wanted or printed: the physical parts
  /// and the scales agree, and not one counts what the other does not.
  public func fits(_ other: Unit) -> Bool {
    strictFactors == other.strictFactors && abs(scale / other.scale - 1) < 1e-12
      && (countingFactors.isEmpty || other.countingFactors.isEmpty
        || countingFactors == other.countingFactors)
  }
}
