/// All marks; a test compares this list with the folder.
enum MarkRegistry {
  static let all: [any Mark.Type] = [
    AreaMark.self, BarMark.self, LineMark.self, ParetoMark.self, PointMark.self, RectMark.self,
    RuleMark.self, TextMark.self, TickMark.self,
  ]

  static func mark(_ type: MarkType) -> any Mark.Type {
    guard let mark = all.first(where: { $0.type == type }) else {
      preconditionFailure("every mark type stands in the registry")
    }
    return mark
  }
}
