public import Foundation
public import Testing

/// Compares text with a file beside the test, the golden form.
///
/// With `REPORT_RECORD=1` in the environment the file is written instead; without it, a difference
/// is an issue that shows the first differing lines.
public func expectGolden(
  _ actual: String, _ name: String, testFile: String = #filePath,
  sourceLocation: SourceLocation = #_sourceLocation
) {
  let folder = URL(filePath: testFile).deletingLastPathComponent().appending(path: "Fixtures")
  let file = folder.appending(path: name)
  if ProcessInfo.processInfo.environment["REPORT_RECORD"] == "1" {
    do {
      try FileManager.default.createDirectory(
        at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
      try Data(actual.utf8).write(to: file)
    } catch {
      Issue.record("cannot write \(name): \(error)", sourceLocation: sourceLocation)
    }
    return
  }
  guard let data = FileManager.default.contents(atPath: file.path(percentEncoded: false)) else {
    Issue.record(
      "no golden file \(name); record it with scripts/record", sourceLocation: sourceLocation)
    return
  }
  let expected = String(decoding: data, as: UTF8.self)
  if expected != actual {
    Issue.record(
      "\(name) differs:\n\(firstDifference(expected, actual))", sourceLocation: sourceLocation)
  }
}

/// The files of a fixture folder with an extension, sorted, so that adding a case is adding a file.
public func fixtures(
  withExtension ext: String, in folder: String = "", testFile: String = #filePath
) -> [URL] {
  var root = URL(filePath: testFile).deletingLastPathComponent().appending(path: "Fixtures")
  if !folder.isEmpty { root.append(path: folder) }
  let found =
    (try? FileManager.default.contentsOfDirectory(at: root, includingPropertiesForKeys: nil)) ?? []
  return found.filter { $0.pathExtension == ext }.sorted {
    $0.lastPathComponent < $1.lastPathComponent
  }
}

private func firstDifference(_ expected: String, _ actual: String) -> String {
  let a = expected.split(separator: "\n", omittingEmptySubsequences: false)
  let b = actual.split(separator: "\n", omittingEmptySubsequences: false)
  let at = zip(a, b).enumerated().first { $0.element.0 != $0.element.1 }?.offset
  let line = at ?? min(a.count, b.count)
  var out = "  line \(line + 1)\n"
  for expectedLine in a.dropFirst(line).prefix(5) { out += "  - \(expectedLine)\n" }
  for actualLine in b.dropFirst(line).prefix(5) { out += "  + \(actualLine)\n" }
  return out
}
