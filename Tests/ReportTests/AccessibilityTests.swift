import Foundation
import TestSupport
import Testing

/// `report pdf --pdf-standard ua-1`: what it refuses, and what its files hold.
@Suite struct AccessibilityTests {
  @Test func `what keeps a document from being accessible is refused at its place`() throws {
    let folder = try TemporaryFolder()
    try folder.write(
      """
      # A title

      ### Too deep

      A line with ![](badge.svg) in it.

      <table><tr><td>no</td><td>header</td></tr></table>
      """, to: "bad.md")
    let result = try Tool.run("pdf", "--pdf-standard", "ua-1", "bad.md", in: folder)
    #expect(result.status == 1)
    for code in ["ua-heading-level", "ua-alternative-text", "ua-table-header"] {
      #expect(result.errors.contains("error[\(code)]"), "\(result.errors)")
    }
    #expect(result.errors.contains("bad.md:3:"))
    let written = folder.url.appending(path: "bad.pdf").path(percentEncoded: false)
    #expect(!FileManager.default.fileExists(atPath: written))
    // Without the standard the same file compiles.
    #expect(try Tool.run("pdf", "bad.md", in: folder).status == 0)
  }

  @Test func `a file that conforms says so, and all that it paints is content or artifact`() throws
  {
    let folder = try TemporaryFolder()
    try folder.write(
      """
      # A title

      Words with a note.[^1] See [the web](https://example.org) and [below](#sec-b).

      ## Below {#sec-b}

      | a | b |
      |---|--:|
      | 1 | 2.5 |

      : Caption here {#tbl-a}

      - one
      - two

      $$
      x^2
      $$

      [^1]: Note text.
      """, to: "good.md")
    let result = try Tool.run("pdf", "--pdf-standard", "ua-1", "good.md", in: folder)
    #expect(result.status == 0, "\(result.errors)")
    let plain = try run(
      "qpdf", ["--qdf", "--object-streams=disable", "good.pdf", "plain.pdf"], in: folder.url)
    #expect(plain.status == 0, "\(plain.errors)")
    let bytes = try Data(contentsOf: folder.url.appending(path: "plain.pdf"))
    let text = String(decoding: bytes, as: UTF8.self)
    #expect(text.contains("<pdfuaid:part") && text.contains("/ListNumbering /Disc"))
    #expect(text.contains("/Contents (https://example.org)"))
    #expect(text.contains("/IDTree") && text.contains("/BBox ["))
    #expect(text.contains("/Artifact BMC"))
    expectMarked(text)
  }

  /// Each operator that paints stands between the begin and the end of marked content.
  private func expectMarked(_ text: String) {
    var depth = 0
    var isContent = false
    var painted = 0
    for line in text.split(separator: "\n") {
      if line == "stream" { (depth, isContent) = (0, true) }
      if line.hasPrefix("endstream") { isContent = false }
      guard isContent else { continue }
      if line.hasSuffix(" BDC") || line.hasSuffix(" BMC") {
        depth += 1
      } else if line == "EMC" {
        depth -= 1
        #expect(depth >= 0)
      } else if [" f", " S", "Tj", "TJ", " Do", " f*"].contains(where: line.hasSuffix) {
        painted += 1
        #expect(depth >= 1, "\(line) is neither content nor artifact")
      }
    }
    #expect(painted > 10)
  }
}
