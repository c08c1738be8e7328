import Graphics
import MathSyntax
import Typography

/// Glyphs that grow: ready-made variants first, then assemblies of parts.
///
/// Source: OpenType 1.9, MathVariants; "Shaping a glyph by assembly".
extension MathLayouter {
  /// A glyph at least so high, with its own baseline (not centred).
  mutating func stretched(
    _ scalar: Unicode.Scalar, height: Points, _ context: MathContext
  ) -> MathBox {
    guard let glyph = glyphs.glyph(scalar, scriptLevel: 0) else {
      return words(String(scalar), MathTextFont(), context)
    }
    let size = size(context)
    let stretches = glyphs.stretches(glyph, .vertical)
    let wanted = height / size
    let metrics = glyphs.metrics(glyph)
    if metrics.ascent + metrics.descent >= wanted {
      return box(glyph: glyph, text: scalar, context)
    }
    for variant in stretches.variants where variant.advance >= wanted {
      return box(glyph: variant.glyph, text: scalar, context)
    }
    if let assembly = stretches.assembly {
      return assembled(assembly, length: wanted, .vertical, text: scalar, context)
    }
    return box(glyph: stretches.variants.last?.glyph ?? glyph, text: scalar, context)
  }

  /// A glyph about so wide: the widest variant that fits or, with an assembly, just as wide.
  ///
  /// - Parameter atLeast: whether it must not be narrower, as for braces; accents must not be
  ///   wider.
  mutating func stretched(
    _ scalar: Unicode.Scalar, width: Points, atLeast: Bool, _ context: MathContext
  ) -> MathBox? {
    guard let glyph = glyphs.glyph(scalar, scriptLevel: 0) else { return nil }
    let wanted = width / size(context)
    let stretches = glyphs.stretches(glyph, .horizontal)
    if atLeast {
      let metrics = glyphs.metrics(glyph)
      if metrics.right - metrics.left >= wanted {
        return box(glyph: glyph, text: scalar, context)
      }
      for variant in stretches.variants where variant.advance >= wanted {
        return box(glyph: variant.glyph, text: scalar, context)
      }
      if let assembly = stretches.assembly {
        return assembled(assembly, length: wanted, .horizontal, text: scalar, context)
      }
      return box(glyph: stretches.variants.last?.glyph ?? glyph, text: scalar, context)
    }
    let fitting = stretches.variants.last { $0.advance <= wanted }
    if let assembly = stretches.assembly, fitting == stretches.variants.last,
      fitting.map({ $0.advance < wanted * 0.9 }) ?? false
    {
      return assembled(assembly, length: wanted, .horizontal, text: scalar, context)
    }
    return box(glyph: fitting?.glyph ?? glyph, text: scalar, context)
  }

  /// Parts put together to a length in em; vertical ones stand on the baseline.
  private mutating func assembled(
    _ assembly: MathGlyphAssembly, length: Double, _ direction: MathStretch,
    text: Unicode.Scalar, _ context: MathContext
  ) -> MathBox {
    let size = size(context)
    let minimum = font.face.minConnectorOverlap(direction)
    // Repeat the extenders until full parts with least overlap reach the length.
    var repeats = 0
    var parts: [MathGlyphPart] = []
    var longest = 0.0
    while repeats <= 2000 {
      parts = assembly.parts.flatMap { part in
        Array(repeating: part, count: part.isExtender ? repeats : 1)
      }
      longest = parts.reduce(0) { $0 + $1.fullAdvance } - minimum * Double(max(0, parts.count - 1))
      if longest >= length || !assembly.parts.contains(where: \.isExtender) { break }
      let extender = assembly.parts.filter(\.isExtender).reduce(0) {
        $0 + $1.fullAdvance - minimum
      }
      guard extender > 0 else { break }
      let missing = ((length - longest) / extender).rounded(.up)
      repeats += missing < 2000 ? max(1, Int(missing)) : 2000
    }
    // Then overlap more, evenly, up to what the connectors allow.
    var overlaps: [Double] = []
    for index in parts.indices.dropFirst() {
      overlaps.append(
        max(
          minimum,
          min(parts[index - 1].endConnectorLength, parts[index].startConnectorLength)))
    }
    let slack = overlaps.reduce(0) { $0 + $1 - minimum }
    let share = slack > 0 ? min(1, max(0, (longest - length) / slack)) : 0
    var result = MathBox()
    var at = 0.0
    for (index, part) in parts.enumerated() {
      if index > 0 { at -= minimum + (overlaps[index - 1] - minimum) * share }
      let metrics = glyphs.metrics(part.glyph)
      let piece = box(
        metrics: metrics, glyph: part.glyph, text: index == 0 ? text : nil, context)
      if direction == .vertical {
        // Each part's foot stands at `at` above the baseline of the whole.
        result.place(piece, x: 0, y: -(at * size + piece.descent))
        result.width = max(result.width, piece.width)
      } else {
        result.place(piece, x: at * size)
        result.ascent = max(result.ascent, piece.ascent)
      }
      at += part.fullAdvance
    }
    if direction == .vertical {
      result.ascent = at * size
      result.descent = 0
    } else {
      result.width = at * size
    }
    result.topAccent = result.width / 2
    return result
  }
}
