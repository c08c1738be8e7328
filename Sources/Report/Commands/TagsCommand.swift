import ArgumentParser
import Diagnostics
import Rendering

/// `report tags`: what a screen reader finds in a PDF.
struct TagsCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "tags",
    abstract: "Check the tags of a PDF, which screen readers go by.",
    discussion: """
      Reads the PDF of any program and checks what a machine can check of ISO 14289-1 (PDF/UA-1): \
      every mark on a page belongs to one element, in reading order; roles stand where they may; \
      pictures, formulas and links have their texts; tables are regular. The inside of font programs \
      is not read. A broken rule is an error.
      """)

  @OptionGroup var shared: SharedOptions

  @Argument(help: "A PDF.")
  var file: String

  @Flag(name: .long, help: "Print the tree of tags.")
  var tree = false

  func run() throws {
    let session = Session(shared)
    guard let bytes = session.readPDF(file) else { return try session.finish() }
    let pdf = try WorldFailure.wrap { try TaggedPDFReader.read(bytes) }
    if tree { printTree(pdf) }
    var counts: [String: Int] = [:]
    for finding in TagRules.check(pdf) {
      // A rule broken a thousand times is told a few times.
      counts[finding.clause, default: 0] += 1
      guard counts[finding.clause, default: 0] <= 5 else { continue }
      session.diagnostics.append(
        .error("tags-\(finding.clause)", finding.message, at: nil))
    }
    let broken = counts.values.reduce(0, +)
    if !shared.quiet { print(summary(pdf, broken: broken)) }
    try session.finish()
  }

  private func summary(_ pdf: TaggedPDF, broken: Int) -> String {
    func count(_ number: Int, _ noun: String) -> String {
      "\(number) \(noun)\(number == 1 ? "" : "s")"
    }
    let marks = pdf.pages.reduce(0) { $0 + $1.content.marks.count }
    let claim =
      pdf.accessibilityPart.map { "it says that it conforms to PDF/UA-\($0)" }
      ?? "it does not say that it conforms to PDF/UA"
    return "\(file): \(count(pdf.pages.count, "page")), \(count(pdf.elements.count, "element")), "
      + "\(count(marks, "mark")); \(claim); "
      + (broken == 0 ? "no rule is broken" : "rules are broken \(count(broken, "time"))")
  }

  private func printTree(_ pdf: TaggedPDF) {
    var depths: [Int] = []
    for element in pdf.elements {
      let depth = element.parent.map { depths[$0] + 1 } ?? 0
      depths.append(depth)
      var line = String(repeating: "  ", count: depth) + element.role
      let marks = element.kids.count { if case .mark = $0 { true } else { false } }
      if marks > 0 { line += " ·" + (marks > 1 ? "\(marks)" : "") }
      if let scope = element.scope { line += " \(scope)" }
      if element.columnSpan > 1 { line += " columns \(element.columnSpan)" }
      if element.rowSpan > 1 { line += " rows \(element.rowSpan)" }
      if let numbering = element.listNumbering { line += " \(numbering)" }
      if let text = element.altText { line += " “\(text)”" }
      print(line)
    }
  }
}
