import Configuration
import Diagnostics
import Markup

/// A piece of the manuscript in the order of `report.yaml`: a file, or the title of a part.
enum ManuscriptEntry {
  case chapter(SourceFile, isInPart: Bool)
  case appendix(SourceFile)
  /// A part whose title stands in `report.yaml`, and one that has a file.
  case part(PartListing, SourceFile?)

  var file: SourceFile? {
    switch self {
    case .chapter(let file, _), .appendix(let file): file
    case .part(_, let file): file
    }
  }

  /// Reads what `report.yaml` lists; files that are not there are reported and left out.
  static func entries(
    of settings: ProjectFile, in folder: SourceFolder, _ diagnostics: inout DiagnosticList
  ) -> [ManuscriptEntry] {
    var entries: [ManuscriptEntry] = []
    func read(_ path: Spanned<String>) -> SourceFile? {
      folder.read(path.value, listedAt: path.span, into: &diagnostics)
    }
    for listing in settings.listing {
      switch listing {
      case .file(let path):
        entries += read(path).map { [.chapter($0, isInPart: false)] } ?? []
      case .part(let part):
        entries.append(.part(part, part.isFile ? read(part.title) : nil))
        entries += part.chapters.compactMap(read).map { .chapter($0, isInPart: true) }
      }
    }
    return entries + settings.appendices.compactMap(read).map { .appendix($0) }
  }
}

extension ManuscriptEntry {
  /// The entry as a document. A part without a file is one of nothing but its title.
  func parsed(_ options: ChapterParser.Options, into diagnostics: inout DiagnosticList)
    -> ParsedDocument?
  {
    var document: ParsedDocument
    if let file {
      let (parsed, found) = ChapterParser.parse(file, options: options)
      diagnostics.append(contentsOf: found)
      document = parsed
    } else if case .part(let part, nil) = self, let span = part.title.span, !part.isFile {
      document = ParsedDocument(
        file: span.file, frontMatter: FrontMatter(title: part.title.value),
        blocks: [
          .heading(Heading(level: 1, content: [.text(part.title.value, span)], span: span))
        ])
    } else {
      return nil
    }
    switch self {
    case .chapter(_, let isInPart):
      document.frontMatter.isInPart = isInPart && !document.frontMatter.isAppendix
    case .appendix: document.frontMatter.isAppendix = true
    case .part(let part, _):
      document.becomePart(part)
      if document.continuesChapter, let span = part.title.span {
        diagnostics.append(
          .error(
            "untitled-part", "the file of a part has no title", at: span,
            help: "begin it with a heading: # Title"))
      }
    }
    return document
  }
}

extension Document where Stage == Parsed {
  fileprivate mutating func becomePart(_ part: PartListing) {
    frontMatter.isPart = true
    if !part.isNumbered { frontMatter.isNumbered = false }
    guard let id = part.id, let span = id.span else { return }
    for index in blocks.indices {
      guard case .heading(var heading) = blocks[index], heading.level == 1 else { continue }
      heading.label = Label(id.value.hasPrefix("sec-") ? id.value : "sec-" + id.value, span: span)
      blocks[index] = .heading(heading)
      return
    }
  }
}
