/// All marks; a test compares this list with the folder.
enum MarkRegistry {
  static let all: [any Mark.Type] = [
    ArcPainter.self,
    AreaPainter.self,
    BarPainter.self,
    LinePainter.self,
    ParetoPainter.self,
    PointPainter.self,
    RectPainter.self,
    RulePainter.self,
    TextPainter.self,
    TickPainter.self,
    TrailPainter.self,
  ]

  /// Marks that are written as layers of others before anything is drawn.
  static let composite: Set<MarkType> = [.circle, .square, .boxplot, .errorbar, .errorband]

  /// The channels without which a mark cannot be drawn.
  static func required(_ type: MarkType) -> [Channel] {
    composite.contains(type) ? [] : mark(type).required
  }

  static func mark(_ type: MarkType) -> any Mark.Type {
    guard let mark = all.first(where: { $0.type == type }) else {
      preconditionFailure("every mark type stands in the registry")
    }
    return mark
  }
}
