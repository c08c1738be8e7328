public import Graphics
public import Rendering
public import Typography

/// Why a chart was not written as a file.
public enum ChartFileError: Error, CustomStringConvertible {
  /// The chart has mistakes, or a label that must be kept finds no place.
  case chart(ChartError)
  /// No font was found.
  case fonts(FontError)
  case rendering(RenderingError)

  public var description: String {
    switch self {
    case .chart(let error): error.description
    case .fonts(let error): "\(error)"
    case .rendering(let error): "\(error)"
    }
  }
}

extension Chart {
  /// The chart as an SVG file with its title and a description for screen readers.
  ///
  /// - Parameters:
  ///   - width: in points; 128 mm, the text block of a report, unless given.
  ///   - fonts: those of the report when nil.
  public func svg(
    width: Points = .millimetres(128), title: String = "Chart", fonts: FontLibrary? = nil
  ) throws(ChartFileError) -> [UInt8] {
    try write(width, fonts) { frame, fonts throws(RenderingError) in
      try SVGRenderer(fonts: fonts).render(frame, title: title, description: altText)
    }
  }

  /// The chart as a PDF file of one page just as large.
  public func pdf(
    width: Points = .millimetres(128), title: String = "Chart", fonts: FontLibrary? = nil
  ) throws(ChartFileError) -> [UInt8] {
    try write(width, fonts) { frame, fonts throws(RenderingError) in
      try PDFRenderer(fonts: fonts).render(frame, title: title, description: altText)
    }
  }

  /// - Parameter scale: pixels for each point.
  public func png(
    width: Points = .millimetres(128), scale: Double = 2, fonts: FontLibrary? = nil
  ) throws(ChartFileError) -> [UInt8] {
    try write(width, fonts) { frame, fonts throws(RenderingError) in
      try PNGRenderer(fonts: fonts).render(frame, scale: scale)
    }
  }

  private func write(
    _ width: Points, _ given: FontLibrary?,
    _ render: (Frame, FontLibrary) throws(RenderingError) -> [UInt8]
  ) throws(ChartFileError) -> [UInt8] {
    let fonts: FontLibrary
    do throws(FontError) {
      if let given { fonts = given } else { fonts = try FontLibrary(theme: .pagella) }
    } catch {
      throw .fonts(error)
    }
    let frame: Frame
    do throws(ChartError) {
      frame = try layOut(width: width, text: LabelSetter(fonts: fonts)).frame
    } catch {
      throw .chart(error)
    }
    do throws(RenderingError) {
      return try render(frame, fonts)
    } catch {
      throw .rendering(error)
    }
  }
}
