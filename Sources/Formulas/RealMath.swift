#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// The real functions that formulas use, from the C library: no locale, no Foundation.
func realPower(_ base: Double, _ exponent: Double) -> Double { pow(base, exponent) }
func naturalLogarithm(_ x: Double) -> Double { log(x) }
func binaryLogarithm(_ x: Double) -> Double { log2(x) }
func decimalLogarithm(_ x: Double) -> Double { log10(x) }
func exponential(_ x: Double) -> Double { exp(x) }
func sine(_ x: Double) -> Double { sin(x) }
func cosine(_ x: Double) -> Double { cos(x) }
func tangent(_ x: Double) -> Double { tan(x) }
func hyperbolicTangent(_ x: Double) -> Double { tanh(x) }

extension Double {
  /// The shortest text that reads back as the number, without `.0` on whole numbers.
  public var shortDescription: String {
    if self == rounded(), abs(self) < 1e15 { return String(Int64(self)) }
    return description
  }
}
