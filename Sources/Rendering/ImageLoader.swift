public import Graphics

/// Makes image resources from files, by their content and not their name.
public enum ImageLoader {
  /// - Parameters:
  ///   - bytes: the whole file.
  ///   - name: as the author wrote it; kept in the resource and in errors.
  /// - Returns: a resource whose natural size is in points.
  /// - Throws: `ImageError` when it is no PNG, JPEG or SVG, or a broken one.
  public static func load(bytes: [UInt8], name: String) throws(ImageError) -> ImageResource {
    if bytes.starts(with: ImageHeader.pngSignature) {
      guard let header = ImageHeader.png(bytes) else {
        throw .damaged(name: name, format: "png", reason: "it has no size")
      }
      return ImageResource(
        name: name, format: .png, bytes: bytes, naturalSize: header.naturalSize)
    }
    if bytes.starts(with: [0xFF, 0xD8, 0xFF]) {
      guard let header = ImageHeader.jpeg(bytes) else {
        throw .damaged(name: name, format: "jpeg", reason: "it has no size")
      }
      return ImageResource(
        name: name, format: .jpeg, bytes: bytes, naturalSize: header.naturalSize)
    }
    guard looksLikeSVG(bytes) else { throw .unknownFormat(name: name) }
    let drawing: SVGDrawing
    do { drawing = try SVGDrawing(bytes: bytes, name: name) } catch {
      throw .damaged(name: name, format: "svg", reason: "\(error)")
    }
    return ImageResource(
      name: name, format: .svg, bytes: bytes, naturalSize: drawing.naturalSize)
  }

  /// Whether `<svg` comes near the start, after the XML declaration, comments and a doctype.
  private static func looksLikeSVG(_ bytes: [UInt8]) -> Bool {
    let head = bytes.prefix(4096)
    guard
      head.first(where: { !" \t\r\n".utf8.contains($0) && ![0xEF, 0xBB, 0xBF].contains($0) })
        == UInt8(ascii: "<")
    else { return false }
    let needle = Array("<svg".utf8)
    return head.indices.contains { head[$0...].starts(with: needle) }
  }
}
