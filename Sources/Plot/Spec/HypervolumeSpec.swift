/// How the hypervolume is measured: `{reference: [1, 60]}`, or `{reference: [1, 60], ideal: [0, 100]}`
/// for a share of the box between the two.
public struct HypervolumeSpec: Decodable, Sendable, Equatable {
  /// The worst point, in data units: [x, y]. There is no default, because the number means nothing
  /// without it: a chart that states none is refused.
  public var reference: [Double]?
  /// The best point; with it, the volume is given as a share of the box between the two.
  public var ideal: [Double]?

  public init(reference: [Double], ideal: [Double]? = nil) {
    self.reference = reference
    self.ideal = ideal
  }

  enum CodingKeys: String, CodingKey, CaseIterable { case reference, ideal }

  public init(from decoder: any Decoder) throws {
    // `hypervolume: true` is read, so that the chart can say what it lacks.
    if (try? decoder.singleValueContainer().decode(Bool.self)) == true { return }
    let keys = try decoder.container(keyedBy: CodingKeys.self)
    reference = try keys.decodeIfPresent([Double].self, forKey: .reference)
    ideal = try keys.decodeIfPresent([Double].self, forKey: .ideal)
  }
}
