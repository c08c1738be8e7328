import Datasets
import Diagnostics

/// A project in memory: a data package, its files, and what loading them says.
struct TestData {
  struct NoSuchFile: Error {}

  let sources = SourceMap()
  let store: Store
  let problems: DiagnosticList

  /// - Parameters:
  ///   - package: the text of `data/datapackage.yaml`.
  ///   - files: texts by name beside the package.
  init(_ package: String, _ files: [String: String], limits: QueryLimits = QueryLimits()) throws {
    try self.init(package, files.mapValues { Array($0.utf8) }, limits: limits)
  }

  init(
    _ package: String, _ files: [String: [UInt8]], name: String = "datapackage.yaml",
    limits: QueryLimits = QueryLimits()
  ) throws {
    store = try Store(sources: sources, limits: limits)
    let file = sources.add(path: "data/" + name, text: package)
    problems = try store.load(file) { path throws(NoSuchFile) in
      guard let bytes = files[String(path.dropFirst("data/".count))] else { throw NoSuchFile() }
      return bytes
    }
  }

  /// A package of one table `t`.
  static func table(
    _ fields: String, _ csv: String, schema: String = "", files: [String: String] = [:],
    limits: QueryLimits = QueryLimits()
  ) throws -> TestData {
    let package = """
      resources:
        - name: t
          path: t.csv
          schema:
            \(schema.isEmpty ? "missingValues: [\"\"]" : schema)
            fields:
      \(fields.split(separator: "\n").map { "        - \($0)" }.joined(separator: "\n"))
      """
    return try TestData(package, files.merging(["t.csv": csv]) { $1 }, limits: limits)
  }

  /// What loading said, one line per diagnostic.
  var complaints: [String] { lines(problems) }

  func lines(_ list: DiagnosticList) -> [String] {
    let renderer = DiagnosticRenderer(sources: sources, format: .short)
    return list.sorted().map {
      String(renderer.render($0).dropLast()) + $0.help.map { " | " + $0 }.joined()
    }
  }

  func query(_ sql: String) -> Query {
    Query(SpannedText(sources.add(path: "q.sql", text: sql)))
  }

  func run(_ sql: String) throws -> ResultTable { try store.run(query(sql)) }

  /// The rows of a query as text.
  func rows(_ sql: String) throws -> [String] {
    try run(sql).rows.map { $0.map(\.description).joined(separator: " ") }
  }

  /// What a bad query says.
  func failure(_ sql: String) -> [String] {
    do {
      _ = try store.run(query(sql))
      return []
    } catch {
      return lines(error)
    }
  }

  func define(_ name: String, _ sql: String) throws {
    let file = sources.add(path: "\(name).sql", text: sql)
    let text = SpannedText(file)
    try store.define(
      ViewDefinition(
        name: name, nameSpan: SourceSpan(file: file.id, start: 0, end: 0), query: Query(text)))
  }
}
