/// What a row must be to pass a filter: an expression, a comparison of one field, or several joined.
public indirect enum PredicateSpec: Decodable, Sendable, Equatable {
  case expression(String)
  case field(FieldPredicate)
  case and([PredicateSpec])
  case or([PredicateSpec])
  case not(PredicateSpec)
  /// A selection on the screen; nothing is selected in print, and then every row passes.
  case selection

  private enum CodingKeys: String, CodingKey, CaseIterable {
    case and, or, not, param, selection, empty
  }

  public init(from decoder: any Decoder) throws {
    guard decoder.shape == .mapping else {
      self = .expression(try decoder.singleValueContainer().decode(String.self))
      return
    }
    let own = try decoder.container(keyedBy: CodingKeys.self)
    guard CodingKeys.allCases.contains(where: { own.contains($0) }) else {
      self = .field(try FieldPredicate(from: decoder))
      return
    }
    if let list = try own.decodeIfPresent([PredicateSpec].self, forKey: .and) {
      self = .and(list)
    } else if let list = try own.decodeIfPresent([PredicateSpec].self, forKey: .or) {
      self = .or(list)
    } else if let inner = try own.decodeIfPresent(PredicateSpec.self, forKey: .not) {
      self = .not(inner)
    } else {
      self = .selection
    }
  }
}

/// A comparison of one field; all that are given must hold.
public struct FieldPredicate: Decodable, Sendable, Equatable {
  public var field: String
  public var timeUnit: TimeUnitSpec?
  public var equal: ScalarValue?
  public var lt: ScalarValue?
  public var lte: ScalarValue?
  public var gt: ScalarValue?
  public var gte: ScalarValue?
  /// Lowest and highest value, either of which may be null.
  public var range: [ScalarValue?]?
  public var oneOf: [ScalarValue]?
  /// Whether the field must have, or lack, a value.
  public var valid: Bool?
}
