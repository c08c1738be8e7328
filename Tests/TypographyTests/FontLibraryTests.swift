import Testing
import Typography

@Suite struct FontLibraryTests {
  let fonts: FontLibrary

  init() throws {
    fonts = try FontLibrary()
  }

  @Test func `the default theme opens its faces by file`() {
    #expect(fonts.face(fonts.font(.serif)).postScriptName == "TeXGyrePagella-Regular")
    #expect(
      fonts.face(fonts.font(.sans, weight: .semibold)).postScriptName == "Inter-SemiBold")
    #expect(
      fonts.face(fonts.font(.mono, weight: .bold)).path.hasSuffix("JetBrainsMono-Bold.ttf"))
  }

  @Test func `a family without a semibold uses its bold`() {
    #expect(fonts.font(.serif, weight: .semibold) == fonts.font(.serif, weight: .bold))
  }

  @Test func `a missing file is named with the package that brings it`() {
    #expect(
      throws: FontError.notFound(file: "texgyrepagella-regular.otf", package: "fonts-texgyre")
    ) {
      try FontLibrary(searchPaths: ["/nonexistent"])
    }
  }

  @Test func `the Termes theme opens too`() throws {
    let termes = try FontLibrary(theme: .termes)
    #expect(termes.face(termes.font(.serif)).postScriptName == "TeXGyreTermes-Regular")
  }

  @Test func `metrics are in em`() {
    let metrics = fonts.face(fonts.font(.serif)).metrics
    #expect((0.6...0.75).contains(metrics.capHeight))
    #expect((0.4...0.5).contains(metrics.xHeight))
    #expect((0.65...0.8).contains(metrics.ascent))
    #expect((0.2...0.3).contains(metrics.descent))
  }
}

@Suite struct MathFontTests {
  let face: FontFace

  init() throws {
    let fonts = try FontLibrary()
    face = fonts.face(fonts.font(.math))
  }

  @Test func `the MATH constants come in em and shares`() {
    #expect(face.hasMathTable)
    #expect((0.2...0.3).contains(face.mathConstant(.axisHeight)))
    #expect((0.03...0.1).contains(face.mathConstant(.fractionRuleThickness)))
    #expect((0.6...0.9).contains(face.mathConstant(.scriptPercentScaleDown)))
    #expect((0.4...0.7).contains(face.mathConstant(.radicalDegreeBottomRaisePercent)))
  }

  @Test func `a parenthesis has growing variants and an assembly`() throws {
    let glyph = try #require(face.glyph(for: "("))
    let variants = face.variants(glyph, .vertical)
    #expect(variants.count > 3)
    #expect(zip(variants, variants.dropFirst()).allSatisfy { $0.advance < $1.advance })
    let assembly = try #require(face.assembly(glyph, .vertical))
    #expect(assembly.parts.contains { $0.isExtender })
    #expect(face.minConnectorOverlap(.vertical) > 0)
  }

  @Test func `script sizes are alternates of ssty`() throws {
    let prime = try #require(face.glyph(for: "\u{2032}"))
    #expect(!face.alternates(of: prime, feature: "ssty").isEmpty)
  }

  @Test func `a slanted letter has an italics correction and an accent place`() throws {
    let f = try #require(face.glyph(for: "\u{1D453}"))
    #expect(face.italicsCorrection(f) > 0)
    #expect(face.topAccentAttachment(f) > 0)
    #expect(face.extents(f).height > 0.5)
    #expect(face.advance(f) > 0.2)
  }
}
