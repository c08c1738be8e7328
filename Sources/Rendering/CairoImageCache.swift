import CCairo
import Graphics
import Typography

/// Cairo surfaces of the pictures drawn so far, one for each resource.
///
/// The same surface painted on several pages is embedded once; surfaces of equal bytes are merged
/// by cairo through their unique id, a hash of the content.
final class CairoImageCache {
  enum Picture {
    case raster(OpaquePointer, width: Double, height: Double)
    case vector(SVGDrawing)
  }

  private var pictures: [ObjectIdentifier: Picture] = [:]
  /// Keeps resources alive as long as their identity is a key and cairo reads their bytes.
  private var resources: [ImageResource] = []
  /// Whether the target takes JPEG bytes as they are; pixels need them decoded.
  private let passesJPEG: Bool
  /// For the text of SVG pictures.
  private let fonts: FontLibrary

  init(passesJPEG: Bool, fonts: FontLibrary) {
    self.passesJPEG = passesJPEG
    self.fonts = fonts
  }

  deinit {
    for case .raster(let surface, _, _) in pictures.values { cairo_surface_destroy(surface) }
  }

  func picture(for image: ImageResource) throws(RenderingError) -> Picture {
    if let known = pictures[ObjectIdentifier(image)] { return known }
    let picture: Picture
    switch image.format {
    case .png: picture = try png(image)
    case .jpeg: picture = passesJPEG ? try jpeg(image) : .vector(try wrapped(image))
    case .svg:
      if SVGFonts.areNeeded(by: image.bytes) { SVGFonts.use(fonts) }
      picture = .vector(try SVGDrawing(bytes: image.bytes, name: image.name))
    }
    pictures[ObjectIdentifier(image)] = picture
    resources.append(image)
    return picture
  }

  private func png(_ image: ImageResource) throws(RenderingError) -> Picture {
    final class Source {
      let bytes: [UInt8]
      var at = 0
      init(_ bytes: [UInt8]) { self.bytes = bytes }
    }
    let source = Source(image.bytes)
    let surface = cairo_image_surface_create_from_png_stream(
      { closure, data, count in
        let source = Unmanaged<Source>.fromOpaque(closure!).takeUnretainedValue()
        let count = Int(count)
        guard source.at + count <= source.bytes.count, let data else {
          return CAIRO_STATUS_READ_ERROR
        }
        source.bytes.withUnsafeBufferPointer {
          data.update(from: $0.baseAddress! + source.at, count: count)
        }
        source.at += count
        return CAIRO_STATUS_SUCCESS
      }, Unmanaged.passUnretained(source).toOpaque())!
    return try finish(surface, image, mime: nil)
  }

  private func jpeg(_ image: ImageResource) throws(RenderingError) -> Picture {
    guard let header = ImageHeader.jpeg(image.bytes) else {
      throw .image(name: image.name, reason: "it has no size")
    }
    let surface = cairo_image_surface_create(
      CAIRO_FORMAT_RGB24, Int32(header.width), Int32(header.height))!
    return try finish(surface, image, mime: CAIRO_MIME_TYPE_JPEG)
  }

  /// A JPEG inside an SVG, so that librsvg decodes it.
  private func wrapped(_ image: ImageResource) throws(RenderingError) -> SVGDrawing {
    guard let header = ImageHeader.jpeg(image.bytes) else {
      throw .image(name: image.name, reason: "it has no size")
    }
    let size = "width=\"\(header.width)\" height=\"\(header.height)\""
    let svg =
      "<svg xmlns=\"http://www.w3.org/2000/svg\" xmlns:xlink=\"http://www.w3.org/1999/xlink\" "
      + "\(size)><image \(size) xlink:href=\"data:image/jpeg;base64,"
      + Base64.encode(image.bytes) + "\"/></svg>"
    return try SVGDrawing(bytes: Array(svg.utf8), name: image.name)
  }

  private func finish(
    _ surface: OpaquePointer, _ image: ImageResource, mime: String?
  ) throws(RenderingError) -> Picture {
    let status = cairo_surface_status(surface)
    guard status == CAIRO_STATUS_SUCCESS else {
      cairo_surface_destroy(surface)
      throw .image(name: image.name, reason: String(cString: cairo_status_to_string(status)))
    }
    attach(Array(ContentHash.hex(image.bytes).utf8), to: surface, as: CAIRO_MIME_TYPE_UNIQUE_ID)
    if let mime { attach(image.bytes, to: surface, as: mime) }
    return .raster(
      surface, width: Double(cairo_image_surface_get_width(surface)),
      height: Double(cairo_image_surface_get_height(surface)))
  }

  /// Cairo may read the bytes until the surface dies, so it owns a copy.
  private func attach(_ bytes: [UInt8], to surface: OpaquePointer, as mime: String) {
    let copy = UnsafeMutablePointer<UInt8>.allocate(capacity: max(bytes.count, 1))
    bytes.withUnsafeBufferPointer {
      if let base = $0.baseAddress { copy.initialize(from: base, count: bytes.count) }
    }
    cairo_surface_set_mime_data(
      surface, mime, copy, UInt(bytes.count),
      { UnsafeMutableRawPointer($0)?.deallocate() }, copy)
  }
}
