/// The time to the first token as a line in the prefill cost: t = a + b·x.
///
/// One machine and one model only. FastV's four A100 points for LLaVA-1.5-13B give a = 0.0886 s and
/// b = 0.01888 s per TFLOP (c = 2, 36 extra tokens) with R² = 0.993; the same line is 7.7 % too high
/// for the 7B model.
public struct PrefillLatency: Hashable, Sendable {
  /// a: what does not shrink with the tokens, in seconds.
  public var fixedSeconds: Double
  /// b, in seconds per TFLOP.
  public var secondsPerTeraFLOP: Double

  public init(fixedSeconds: Double, secondsPerTeraFLOP: Double) {
    self.fixedSeconds = fixedSeconds
    self.secondsPerTeraFLOP = secondsPerTeraFLOP
  }

  /// The least-squares line through measured points.
  ///
  /// - Throws: `CostModelError` with fewer than two different costs.
  public init(fitting points: [(teraFLOPs: Double, seconds: Double)]) throws(CostModelError) {
    let count = Double(points.count)
    let meanX = points.reduce(0) { $0 + $1.teraFLOPs } / count
    let meanY = points.reduce(0) { $0 + $1.seconds } / count
    var xx = 0.0
    var xy = 0.0
    for point in points {
      xx += (point.teraFLOPs - meanX) * (point.teraFLOPs - meanX)
      xy += (point.teraFLOPs - meanX) * (point.seconds - meanY)
    }
    guard points.count >= 2, xx > 0 else {
      throw CostModelError("a line needs measurements at two different costs")
    }
    secondsPerTeraFLOP = xy / xx
    fixedSeconds = meanY - secondsPerTeraFLOP * meanX
  }

  /// In seconds.
  public func seconds(teraFLOPs: Double) -> Double {
    fixedSeconds + secondsPerTeraFLOP * teraFLOPs
  }
}
