import Layout
import TestSupport
import Testing

@Suite struct GoldenTests {
  @Test func `a short document`() throws {
    let laidOut = try LaidOut(
      "# Title\n\nOne *two* [three](https://example.org).\n\n- item\n\n| a | b |\n|---|---|\n| x | 1.5 |\n"
    )
    expectGolden(laidOut.dump, "short-document.txt")
  }
}
