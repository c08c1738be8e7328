import Markup

/// The images that a manuscript names, in reading order.
struct ImageSurvey: ManuscriptWalker {
  private var found: [ImageReference] = []

  static func images(in manuscript: Manuscript<Parsed>) -> [ImageReference] {
    var survey = ImageSurvey()
    survey.walk(manuscript.chapters)
    return survey.found
  }

  mutating func visit(_ block: Block<Parsed>) {
    if case .figure(let figure) = block, case .image(let image) = figure.content {
      found.append(image)
    }
    descend(into: block)
  }

  mutating func visit(_ inline: Inline<Parsed>) {
    if case .image(let image) = inline { found.append(image) }
    descend(into: inline)
  }
}
