public import Graphics

/// What the reviewer's pages tell that evaluation does not know: the tool, the fonts, the files.
///
/// The lists are made only when a directive asks for them.
public struct ReviewMaterials: Sendable {
  /// A file that the report was made from.
  public struct File: Sendable, Equatable {
    public var path: String
    public var byteCount: Int
    /// Hexadecimal.
    public var sha256: String
    /// Whether the PDF carries it.
    public var isAttached: Bool

    public init(path: String, byteCount: Int, sha256: String, isAttached: Bool = false) {
      self.path = path
      self.byteCount = byteCount
      self.sha256 = sha256
      self.isAttached = isAttached
    }
  }

  /// Of the tool, "1.0".
  public var version = ""
  /// The line that makes the report again, as typed in a shell.
  public var rebuild = ""
  /// The font files of the theme, sorted by name.
  public var fonts: @Sendable () -> [File] = { [] }
  /// Every file that the report was made from, sorted by path.
  public var sources: @Sendable () -> [File] = { [] }
  /// The SHA-256 of a chart as an SVG file; nil when it cannot be drawn.
  public var drawingHash:
    @Sendable (_ drawing: any Drawable, _ caption: String, _ altText: String?) -> String? = {
      _, _, _ in nil
    }

  public init() {}
}
