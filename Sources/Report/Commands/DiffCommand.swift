import ArgumentParser

/// `report diff A B`: every number that changed between two states of a report, and why.
struct DiffCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "diff",
    abstract: "List every number that changed between two states of a report, and why.",
    discussion: """
      A state is a report.lock, a PDF that carries its sources, a folder with a report.yaml, or a \
      revision of git. The second is the project as it stands when it is left out.

        report diff HEAD~3
        report diff v1.pdf v2.pdf
      """)

  @OptionGroup var shared: SharedOptions

  @Argument(help: "The earlier state.")
  var before: String

  @Argument(help: "The later state.")
  var after = "."

  func run() throws {
    let changes = LockChanges(
      old: try LockSide(name: before, options: shared).lock(),
      new: try LockSide(name: after, options: shared).lock())
    print(Self.text(changes), terminator: "")
  }

  static func text(_ changes: LockChanges) -> String {
    guard !changes.isEmpty else {
      return "no number has changed, and nothing that numbers are made from\n"
    }
    var text = changes.inputs.map { "\($0)\n" }.joined()
    let told = Set(changes.numbers.map(\.owner))
    for (owner, numbers) in changes.numbers {
      text += "\n\(owner)\n"
      for number in numbers {
        text += "  " + (number.name == nil ? number.short : number.text) + "\n"
      }
      text += changes.causes(of: owner).map { "  moved by \($0)\n" }.joined()
    }
    let drawn = changes.drawings.filter { !told.contains($0) }
    if !drawn.isEmpty {
      text += "\ndrawn otherwise from the same numbers: \(drawn.joined(separator: ", "))\n"
    }
    let blocks = changes.blocks.filter { !told.contains($0.key) && !drawn.contains($0.key) }
    for block in blocks where block.old == nil || block.new == nil { text += "\n\(block.text)\n" }
    let written = blocks.filter { $0.old != nil && $0.new != nil }.map(\.key)
    if !written.isEmpty {
      text += "\nwritten otherwise with the same numbers: \(written.joined(separator: ", "))\n"
    }
    return text
  }
}
