/// A failure of the world while rendering: a C library refused, a font file cannot be opened.
///
/// Mistakes of the document never come here; they are diagnosed before rendering.
public enum RenderingError: Error, Equatable, Sendable, CustomStringConvertible {
  /// Cairo stopped; `status` is its own text.
  case cairo(operation: String, status: String)
  /// FreeType cannot open a font file.
  case font(path: String)
  /// Bytes of an image that no decoder takes.
  case image(name: String, reason: String)
  /// libqpdf stopped or warned; its own messages.
  case qpdf(operation: String, messages: [String])
  /// Cairo's PDF does not hold what was drawn: marks or links differ in number.
  case structure(String)

  public var description: String {
    switch self {
    case .cairo(let operation, let status): "cairo failed while \(operation): \(status)"
    case .font(let path): "cannot open font file \(path)"
    case .image(let name, let reason): "cannot draw image \(name): \(reason)"
    case .qpdf(let operation, let messages):
      "qpdf failed while \(operation): \(messages.joined(separator: "; "))"
    case .structure(let message): "the PDF's structure is not as drawn: \(message)"
    }
  }
}

/// Why a file is not a picture that can be printed.
public enum ImageError: Error, Equatable, Sendable, CustomStringConvertible {
  /// Neither PNG, JPEG nor SVG by its content.
  case unknownFormat(name: String)
  /// It starts like the format but is cut off or broken.
  case damaged(name: String, format: String, reason: String)

  public var description: String {
    switch self {
    case .unknownFormat(let name): "\(name) is neither PNG, JPEG nor SVG"
    case .damaged(let name, let format, let reason):
      "\(name) is a damaged \(format.uppercased()) file: \(reason)"
    }
  }
}
