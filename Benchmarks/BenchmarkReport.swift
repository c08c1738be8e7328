import Foundation

/// Figures by name, printed as a table and kept as JSON for the next comparison.
struct BenchmarkReport {
  private var figures: [(name: String, value: Double)] = []

  init() {}

  /// Reads the figures of an earlier run.
  init(file: String) throws {
    let data = try Data(contentsOf: URL(filePath: file))
    let read = try JSONDecoder().decode([String: Double].self, from: data)
    figures = read.sorted { $0.key < $1.key }.map { ($0.key, $0.value) }
  }

  mutating func add(_ group: String, _ steps: [(name: String, seconds: Double)]) {
    for step in steps { figures.append(("\(group), \(step.name), ms", step.seconds * 1000)) }
  }

  mutating func add(_ group: String, memory bytes: Int) {
    figures.append(("\(group), peak memory, MiB", Double(bytes) / 1_048_576))
  }

  /// The figures, beside those of an earlier run and their ratio when there is one.
  func table(against baseline: BenchmarkReport?) -> String {
    let width = figures.map(\.name.utf8.count).max() ?? 0
    return figures.map { name, value in
      var line = name + String(repeating: " ", count: width - name.utf8.count)
      line += "  " + String(format: "%9.1f", value)
      if let before = baseline?.figures.first(where: { $0.name == name })?.value, before > 0 {
        line += String(format: "  before %9.1f  ratio %.2f", before, value / before)
      }
      return line
    }.joined(separator: "\n")
  }

  var json: String {
    let lines = figures.sorted { $0.name < $1.name }.map {
      "  \"\($0.name)\": " + String(format: "%.3f", $0.value)
    }
    return "{\n" + lines.joined(separator: ",\n") + "\n}\n"
  }
}
