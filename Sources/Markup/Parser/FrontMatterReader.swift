import Configuration
import Diagnostics

/// Reads the YAML at the top of a chapter.
enum FrontMatterReader {
  /// - Returns: what it says, and the offset where the Markdown begins.
  static func read(_ file: SourceFile, into diagnostics: inout DiagnosticList)
    -> (frontMatter: FrontMatter, end: Int)
  {
    do {
      guard let place = try FrontMatterOptions.locate(in: file) else { return (FrontMatter(), 0) }
      do {
        let options = try FrontMatterOptions.parse(file, place.yaml)
        return (FrontMatter(options), place.block.upperBound)
      } catch {
        diagnostics.append(contentsOf: error)
        return (FrontMatter(), place.block.upperBound)
      }
    } catch {
      diagnostics.append(contentsOf: error)
      return (FrontMatter(), 0)
    }
  }
}

extension FrontMatter {
  fileprivate init(_ options: FrontMatterOptions) {
    self.init(
      title: options.title?.value, shortTitle: options.shortTitle, id: options.id?.value,
      language: options.language, isNumbered: options.numbered ?? true,
      isAppendix: options.appendix ?? false)
  }
}
