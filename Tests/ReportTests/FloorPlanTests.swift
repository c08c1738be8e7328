import Foundation
import TestSupport
import Testing

/// The sources keep to the floor plan of ARCHITECTURE.md: imports only lead downwards, files stay
/// small.
@Suite struct FloorPlanTests {
  private static let root = URL(filePath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent()

  /// A module's level; modules of one level do not import each other.
  private static let levels: [String: Int] = [
    "Diagnostics": 0, "Graphics": 0, "Languages": 0, "Pareto": 0,
    "Configuration": 1, "MathSyntax": 1, "Typography": 1,
    "Formulas": 2, "MathLayout": 2, "Markup": 2, "Rendering": 2,
    "Datasets": 3, "Plot": 3,
    "Evaluation": 4, "Layout": 4,
    "Report": 5,
  ]
  /// The only module that may see each C library.
  private static let owners: [String: String] = [
    "CCmarkGFM": "Markup", "CXML": "Markup", "CCairo": "Rendering", "CQPDF": "Rendering",
    "CRSVG": "Rendering", "CDeflate": "Rendering", "CHarfBuzz": "Typography",
    "CUnicode": "Typography", "CSQLite": "Datasets", "Yams": "Configuration",
    "ArgumentParser": "Report",
  ]
  private struct Source {
    var module: String
    var path: String
    var lines: [Substring]
  }

  private static func sources() throws -> [Source] {
    var found: [Source] = []
    for module in levels.keys.sorted() {
      let folder = root.appending(path: "Sources/\(module)")
      let files = FileManager.default.enumerator(at: folder, includingPropertiesForKeys: nil)
      for case let file as URL in files?.allObjects ?? [] where file.pathExtension == "swift" {
        let text = try String(contentsOf: file, encoding: .utf8)
        found.append(
          Source(
            module: module, path: module + "/" + file.lastPathComponent,
            lines: text.split(separator: "\n", omittingEmptySubsequences: false)))
      }
    }
    return found
  }

  @Test func `every module has a level and every level's modules exist`() throws {
    let folder = Self.root.appending(path: "Sources")
    let modules = try FileManager.default.contentsOfDirectory(atPath: folder.path)
    #expect(Set(modules).subtracting(["CLibraries"]) == Set(Self.levels.keys))
    let libraries = try FileManager.default.contentsOfDirectory(
      atPath: folder.appending(path: "CLibraries").path)
    #expect(Set(Self.owners.keys).subtracting(["Yams", "ArgumentParser"]) == Set(libraries))
  }

  @Test func `a file imports only modules of lower levels, and C libraries only in their room`()
    throws
  {
    for source in try Self.sources() {
      for line in source.lines {
        let words = line.split(separator: " ")
        guard let at = words.firstIndex(of: "import"), at <= 1, at + 1 < words.count else {
          continue
        }
        let name = String(words[at + 1])
        if let level = Self.levels[name], let own = Self.levels[source.module] {
          #expect(level < own, "\(source.path) imports \(name), which is not below it")
        }
        if let owner = Self.owners[name] {
          // PDF streams are packed by libdeflate, and so are data files.
          let isShared = name == "CDeflate" && source.module == "Datasets"
          #expect(
            owner == source.module || isShared,
            "\(source.path) imports \(name), which \(owner) owns")
        }
      }
    }
  }

  @Test func `no file of code is longer than 400 lines`() throws {
    // Tables of data are exempt by name.
    let tables = ["Symbols", "Table", "Alphabets", "Names", "Characters"]
    for source in try Self.sources() {
      let name = source.path.dropLast(".swift".count)
      if tables.contains(where: { name.hasSuffix($0) }) { continue }
      #expect(source.lines.count <= 401, "\(source.path) has \(source.lines.count) lines")
    }
  }
}
