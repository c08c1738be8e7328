/// Why a font could not be had. The world's failure: a file that is absent or is no font.
public enum FontError: Error, Hashable, Sendable, CustomStringConvertible {
  /// No folder of the search path holds the file; `package` is the Debian package that brings it.
  case notFound(file: String, package: String?)
  /// The file stands in for a theme's math font but has no MATH table.
  case noMathTable(file: String)
  /// The file exists but HarfBuzz finds no face in it.
  case unreadable(path: String)

  /// The file's name or path.
  public var file: String {
    switch self {
    case .notFound(let file, _), .noMathTable(let file), .unreadable(let file): file
    }
  }

  public var description: String {
    switch self {
    case .notFound(let file, let package):
      "font file '\(file)' not found" + (package.map { "; install package '\($0)'" } ?? "")
    case .noMathTable(let file):
      "the font '\(file)' has no MATH table, which formulas are set by"
    case .unreadable(let path): "'\(path)' is not a font that HarfBuzz can read"
    }
  }
}
