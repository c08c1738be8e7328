import MathSyntax

/// TeX's eight styles: four sizes, each plain or cramped (The TeXbook, chapter 17).
struct MathStyle: Hashable, Sendable {
  enum Level: Int, Comparable, Sendable {
    case display, text, script, scriptScript

    static func < (a: Level, b: Level) -> Bool { a.rawValue < b.rawValue }
  }

  var level: Level
  var isCramped: Bool

  static let display = MathStyle(level: .display, isCramped: false)
  static let text = MathStyle(level: .text, isCramped: false)

  init(level: Level, isCramped: Bool) {
    self.level = level
    self.isCramped = isCramped
  }

  init(_ name: MathStyleName, isCramped: Bool = false) {
    let level: Level =
      switch name {
      case .display: .display
      case .text: .text
      case .script: .script
      case .scriptScript: .scriptScript
      }
    self.init(level: level, isCramped: isCramped)
  }

  var isDisplay: Bool { level == .display }
  var isScript: Bool { level >= .script }
  var cramped: MathStyle { MathStyle(level: level, isCramped: true) }

  var superscript: MathStyle {
    MathStyle(level: level < .script ? .script : .scriptScript, isCramped: isCramped)
  }
  var `subscript`: MathStyle { superscript.cramped }

  var numerator: MathStyle {
    switch level {
    case .display: MathStyle(level: .text, isCramped: isCramped)
    case .text: MathStyle(level: .script, isCramped: isCramped)
    default: MathStyle(level: .scriptScript, isCramped: isCramped)
    }
  }
  var denominator: MathStyle { numerator.cramped }
}
