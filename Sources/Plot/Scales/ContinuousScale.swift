/// What lies evenly between two ends: maps the numbers of a domain to shares of the way through it,
/// for positions, colours, sizes and opacities alike.
struct ContinuousScale: Sendable {
  enum Kind: Sendable { case linear, log, symlog, pow, sqrt }

  var kind = Kind.linear { didSet { setEnds() } }
  /// Positive where the scale is logarithmic.
  var domain: ClosedRange<Double> = 0...1 { didSet { setEnds() } }
  /// Of `pow`.
  private(set) var exponent = 1.0
  /// Of `log`, for its ticks and round ends.
  private(set) var base = 10.0
  /// Of `symlog`: where it turns from linear to logarithmic.
  private(set) var constant = 1.0
  /// Whether a logarithmic scale was asked for numbers that are not positive.
  private(set) var isCut = false
  /// The ends of the domain, linearised.
  private var (low, high) = (0.0, 1.0)

  /// From zero to one until a domain is set.
  init(_ spec: ScaleSpec? = nil) {
    exponent = spec?.exponent ?? 1
    if let base = spec?.base, base > 1 { self.base = base }
    constant = spec?.constant ?? 1
    kind = spec?.type.flatMap(Kind.init) ?? .linear
    setEnds()
  }

  /// Logarithms have no zero: a logarithmic scale that would reach down to it begins at the least
  /// positive number of the data.
  ///
  /// - Parameter leastPositive: of the data; a thousandth of the upper end when there is none.
  init(_ spec: ScaleSpec?, from low: Double, to high: Double, leastPositive: Double?) {
    self.init(spec)
    isCut = kind == .log && low <= 0
    let low = isCut ? leastPositive.map { min($0, high) } ?? (high > 0 ? high / 1000 : 1) : low
    domain = low...max(low, high)
    setEnds()
  }

  private mutating func setEnds() {
    (low, high) = (linearised(domain.lowerBound), linearised(domain.upperBound))
  }

  /// The place of a value on a scale on which equal steps look equal.
  func linearised(_ value: Double) -> Double {
    switch kind {
    case .linear: value
    case .log: LogMath.log10(value)
    case .symlog: LogMath.symlog(value, constant: constant)
    case .sqrt: value < 0 ? -(-value).squareRoot() : value.squareRoot()
    case .pow: LogMath.signedPower(value, exponent)
    }
  }

  /// Where a value stands between the ends: 0 to 1 within the domain, 0.5 for all when it is empty.
  /// What is not positive stands at the lower end of a logarithmic scale.
  func share(of value: Double) -> Double {
    guard high > low else { return 0.5 }
    guard kind != .log || value > 0 else { return 0 }
    return (linearised(value) - low) / (high - low)
  }
}

extension ContinuousScale.Kind {
  /// Nil for what is no scale of numbers, and for the linear one.
  init?(_ kind: ScaleSpec.Kind) {
    switch kind {
    case .log: self = .log
    case .symlog: self = .symlog
    case .pow: self = .pow
    case .sqrt: self = .sqrt
    default: return nil
    }
  }
}
