import Configuration
import Diagnostics
import Evaluation
import Foundation
import Plot

/// A Vega-Lite specification in a file, and the data files that it names.
struct VegaLiteFile {
  let path: String
  let bytes: [UInt8]
  /// Where paths of data start.
  let folder: URL
  let dataFolder: URL?

  /// The file's name without its endings.
  var title: String {
    let name = URL(filePath: path).lastPathComponent
    return String(name.prefix { $0 != "." })
  }

  /// Reads the specification; mistakes, and keys that are not supported, go to the session.
  func chart(in session: Session) -> Chart? {
    let source = session.sources.add(path: path, bytes: bytes)
    do throws(DiagnosticList) {
      guard let root = try YAMLNode.parse(SpannedText(source), limit: 5_000_000) else {
        throw .error("empty-file", "the file is empty", at: nil)
      }
      var (spec, findings) = try root.decodeTolerantly(ChartSpec.self, unknownKeys: .warning)
      session.diagnostics.append(contentsOf: findings)
      var failed = DiagnosticList()
      spec.readFiles { source throws(ChartDataError) in
        try read(source)
      } failure: { error, keys in
        failed.append(
          Diagnostic(
            .error, "data", error.message, at: root.value(at: keys).span, help: error.help))
      }
      guard !failed.hasErrors else { throw failed }
      return try chart(spec, root, session)
    } catch {
      session.diagnostics.append(contentsOf: path.hasSuffix(".json") ? error.aboutJSON : error)
      return nil
    }
  }

  private func chart(
    _ spec: ChartSpec, _ root: YAMLNode, _ session: Session
  ) throws(DiagnosticList) -> Chart {
    func diagnostic(_ severity: Diagnostic.Severity, _ problem: ChartError.Problem) -> Diagnostic {
      Diagnostic(
        severity, "chart", problem.message, at: root.value(at: problem.path).span,
        help: problem.help)
    }
    do throws(ChartError) {
      let chart = try Chart(
        spec, data: ChartData([]), theme: .vegaLite, conventions: .vegaLite)
      for warning in chart.warnings { session.diagnostics.append(diagnostic(.warning, warning)) }
      let unprinted = ChartKeys.unprinted(in: root)
      for (reason, message) in [
        (UnprintedKeys.Reason.style, "the report decides how charts look"),
        (
          .screen, "some keys mean something on a screen only: the chart is drawn as it first shows"
        ),
      ] {
        let keys = unprinted.filter { $0.reason == reason }
        guard let first = keys.first else { continue }
        let names = keys.map(\.path).joined(separator: ", ")
        session.diagnostics.append(
          .note("unused-key", message, at: first.span, help: "without effect: \(names)"))
      }
      for exclusion in chart.exclusions {
        session.diagnostics.append(
          .note(
            "rows-not-drawn", "\(exclusion.count) rows are not drawn: \(exclusion.reason)",
            at: nil, help: exclusion.listing))
      }
      return chart
    } catch {
      throw DiagnosticList(error.problems.map { diagnostic(.error, $0) })
    }
  }

  /// A file, in pieces, for data may be the largest thing in memory.
  ///
  /// - Returns: nil when there is none.
  private static func bytes(of file: URL) throws(ChartDataError) -> [UInt8]? {
    guard let handle = try? FileHandle(forReadingFrom: file) else { return nil }
    defer { try? handle.close() }
    var bytes: [UInt8] = []
    do {
      bytes.reserveCapacity(Int(try handle.seekToEnd()))
      try handle.seek(toOffset: 0)
      while let piece = try handle.read(upToCount: 1 << 20), !piece.isEmpty { bytes += piece }
    } catch {
      throw ChartDataError(
        message: "the data file '\(file.lastPathComponent)' cannot be read to its end",
        help: ["check that it is a file and that the disk is in order"])
    }
    return bytes
  }

  /// The rows of a data file.
  private func read(_ source: DataSpec) throws(ChartDataError) -> ChartData {
    let url = source.url ?? ""
    guard !url.contains("://") || dataFolder != nil else {
      throw ChartDataError(
        message: "'\(url)' is on the network, where nothing is fetched from",
        help: ["keep a copy and name its folder with --data"])
    }
    let name = URL(filePath: url).lastPathComponent
    var candidates = [URL(filePath: url, relativeTo: folder)]
    if let dataFolder {
      candidates += [
        URL(filePath: url, relativeTo: dataFolder), dataFolder.appending(path: url),
        dataFolder.appending(path: name),
      ]
    }
    for candidate in candidates {
      guard let found = try Self.bytes(of: candidate) else { continue }
      return try source.rows(of: found, fileName: name)
    }
    throw ChartDataError(
      message: "there is no data file '\(url)'",
      help: ["paths are relative to the specification, or to the folder of --data"])
  }
}

extension DiagnosticList {
  /// JSON is read as the YAML that it is; its author knows nothing of that.
  fileprivate var aboutJSON: DiagnosticList {
    DiagnosticList(
      all.map { found in
        guard found.code == "invalid-yaml" else { return found }
        var found = found
        found.code = "invalid-json"
        found.related = []
        found.help = ["check the commas, quotes and brackets before this place"]
        return found
      })
  }
}
