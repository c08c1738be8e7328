public import Graphics
public import Typography

/// Draws one frame as pixels.
public struct PNGRenderer: Sendable {
  private let fonts: FontLibrary

  public init(fonts: FontLibrary) { self.fonts = fonts }

  /// - Parameters:
  ///   - scale: pixels for each point; 2 is good for screens.
  ///   - background: nil leaves it transparent.
  /// - Returns: a PNG file.
  public func render(
    _ frame: Frame, scale: Double = 2, background: Color? = .white
  ) throws(RenderingError) -> [UInt8] {
    let surface = try ImageSurface(size: frame.size, scale: scale, background: background)
    var painter = FramePainter(
      context: surface.context, fonts: CairoFontCache(fonts: fonts),
      images: CairoImageCache(passesJPEG: false, fonts: fonts))
    try painter.paint(frame)
    return try surface.pngBytes()
  }
}
