import Configuration
import Diagnostics
import Graphics
import Markup
import Typography

extension Composer {
  /// An image in a line of text, such as a badge.
  mutating func append(
    _ image: ImageReference, _ context: InlineContext, to content: inout ParagraphContent
  ) {
    guard let resource = find(image) else {
      append(placeholderFor: image, context, to: &content)
      return
    }
    // A hair less than the line, or rounding makes the widest image too wide for a line of its own.
    let size = size(
      of: resource, image, width: context.width - 0.05, height: style.textHeight * 0.8)
    content.beginTag(inlineElement(.figure, in: context.parent, altText: image.alt))
    content.append(
      box: Frame(
        size: size,
        items: [.image(resource, in: Rect(x: 0, y: 0, width: size.width, height: size.height))]))
    content.endTag()
  }

  /// In place of an image that is not there: its alternative text in muted brackets, leading to
  /// where the image is.
  private mutating func append(
    placeholderFor image: ImageReference, _ context: InlineContext,
    to content: inout ParagraphContent
  ) {
    var style = context.style
    style.family = .sans
    style.size *= 0.85
    style.color = self.style.colors.muted
    let text = image.alt.isEmpty ? image.source.lastPathComponent : image.alt
    let isLinked = !context.isInLink && image.source.contains("://")
    if isLinked {
      content.beginLink(.url(image.source), structure: inlineElement(.link, in: context.parent))
    }
    content.append("[\(text)]", style: style)
    if isLinked { content.endTag() }
  }

  /// The image's resource; nil, with a warning, when it is not to be had.
  mutating func find(_ image: ImageReference) -> ImageResource? {
    switch images.image(image) {
    case .found(let resource): return resource
    case .absent(let reason):
      diagnostics.append(
        .warning(
          "missing-image", "the image '\(image.source)' cannot be shown: \(reason)",
          at: image.span))
      return nil
    case .outside:
      diagnostics.append(
        .warning(
          "image-outside", "the image '\(image.source)' lies outside of the project",
          at: image.span,
          help: "copy it into the project: a PDF is made again from what it carries"))
      return nil
    }
  }

  /// The size an image is shown at: as the author asks, else its own; never larger than the space.
  func size(
    of resource: ImageResource, _ image: ImageReference, width: Points, height: Points
  ) -> Size {
    let natural = resource.naturalSize
    guard natural.width > 0, natural.height > 0 else { return Size(width: 0, height: 0) }
    let ratio = natural.height / natural.width
    var size = natural
    switch (image.width?.points(of: width), image.height?.points(of: width)) {
    case (let w?, let h?): size = Size(width: w, height: h)
    case (let w?, nil): size = Size(width: w, height: w * ratio)
    case (nil, let h?): size = Size(width: h / ratio, height: h)
    case (nil, nil): break
    }
    let scale = min(1, width / size.width, height / size.height)
    return Size(width: size.width * scale, height: size.height * scale)
  }
}

extension Length {
  func points(of width: Points) -> Points {
    switch self {
    case .points(let points): points
    case .fraction(let share): share * width
    }
  }
}

extension String {
  /// What stands after the last slash.
  var lastPathComponent: String {
    split(separator: "/").last.map(String.init) ?? self
  }
}
