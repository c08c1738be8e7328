import Diagnostics

/// The attributes that a kind of thing reads, to tell authors of those that do nothing.
struct AttributeNames {
  /// With the article: "an image".
  var thing: String
  var keys: [String] = []
  var classes: [String] = []

  static let image = AttributeNames(
    thing: "an image", keys: ["width", "height", "alt", "place"])
  static let heading = AttributeNames(thing: "a heading", classes: ["unnumbered"])
  static let caption = AttributeNames(thing: "the caption of a table")
  static let formula = AttributeNames(thing: "a formula")
  static let code = AttributeNames(
    thing: "a listing", keys: ["start", "startFrom", "start-from"],
    classes: ["numbered", "numberLines"])

  /// Classes of other programs are let pass; those that look like a slip of the pen are not.
  func check(_ attributes: Attributes, at span: SourceSpan, _ context: ParseContext) {
    guard !context.isReadme else { return }
    for value in attributes.values where !keys.contains(value.key) {
      context.diagnostics.append(
        Diagnostic(
          .warning, "unknown-attribute", "\(thing) has no attribute '\(value.key)'",
          at: value.span, help: helpForUnknown(value.key, among: keys, called: "attributes")))
    }
    for name in attributes.classes where !classes.contains(name) {
      guard let near = nearestName(to: name, in: classes) else { continue }
      context.diagnostics.append(
        .warning(
          "unknown-attribute", "\(thing) has no class '\(name)'", at: span,
          help: "did you mean '.\(near)'?"))
    }
  }
}
