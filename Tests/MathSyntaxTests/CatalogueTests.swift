import Diagnostics
import MathSyntax
import Testing

/// The list that the documentation's table is made from.
struct CatalogueTests {
  @Test func `every command stands in exactly one group`() {
    let listed = MathCatalogue.groups.flatMap(\.entries).map(\.name).filter { $0.hasPrefix("\\") }
    #expect(listed.sorted() == MathParser.commandNames.map { "\\" + $0 }.sorted())
  }

  @Test func `every example is right and uses its command`() {
    for entry in MathCatalogue.groups.flatMap(\.entries) {
      guard let example = entry.example else { continue }
      let (_, diagnostics) = parse(example)
      #expect(diagnostics.isEmpty, "\(example): \(diagnostics.all.map(\.message))")
      #expect(example.contains(entry.name))
    }
  }
}
