import Configuration
import Graphics
import Layout
import Testing
import Typography

@Suite struct DrawingTextTests {
  private func text() throws -> DrawingText {
    DrawingText(fonts: try FontLibrary(), style: PageStyle(), language: "en")
  }

  @Test func `what labels cannot show is told, each once`() throws {
    let text = try text()
    _ = text.setLabel("plain words", LabelStyle(size: 8))
    _ = text.setLabel("a formula $\\tilde\\mu$", LabelStyle(size: 8))
    #expect(text.faults.isEmpty)
    for _ in 0..<2 {
      // A character that is set aside for no font to have.
      _ = text.setLabel("a\u{F8A7}b", LabelStyle(size: 8))
      _ = text.setLabel("$\\nosuchcommand$", LabelStyle(size: 8))
    }
    let faults = text.faults
    #expect(faults.map(\.code) == ["missing-glyph", "label-formula"])
    #expect(faults[0].sentence.hasPrefix("no font has the character U+F8A7"))
    #expect(faults[1].sentence.contains("nosuchcommand"))
  }

  @Test func `between dollars stands mathematics, a lone dollar is one`() throws {
    let text = try text()
    let formula = text.setLabel("$\\frac{a}{b}$", LabelStyle(size: 8))
    let plain = text.setLabel("US $5", LabelStyle(size: 8))
    #expect(formula.height > plain.height * 0.8)
    #expect(FrameDump.text(of: plain).contains("$5"))
  }
}
